# SPDX-License-Identifier: EUPL-1.2
# passend_module(NAME LEVEL n USES modules… LINKS libraries…): one static library of all .cpp files in src/NAME.
# A module may use lower levels only (DESIGN section 3); configuring fails otherwise.
function(passend_module name)
  cmake_parse_arguments(ARG "" "LEVEL" "USES;LINKS" ${ARGN})
  set_property(GLOBAL PROPERTY PASSEND_LEVEL_${name} ${ARG_LEVEL})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.cpp)
  add_library(passend_${name} STATIC ${sources})
  target_include_directories(passend_${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
  foreach(used IN LISTS ARG_USES)
    get_property(level GLOBAL PROPERTY PASSEND_LEVEL_${used})
    if(NOT level LESS ARG_LEVEL)
      message(FATAL_ERROR "module ${name} (level ${ARG_LEVEL}) may not use ${used} (level ${level})")
    endif()
    target_link_libraries(passend_${name} PUBLIC passend_${used})
  endforeach()
  target_link_libraries(passend_${name} PUBLIC ${ARG_LINKS})
endfunction()
