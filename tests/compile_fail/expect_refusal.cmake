# SPDX-License-Identifier: EUPL-1.2
# cmake -DCXX=compiler -DSRC=src -DCASE=case.cpp -P expect_refusal.cmake
# The case names in one line `// Message: REGEX` what the compiler must say.
file(STRINGS ${CASE} line REGEX "^// Message: " LIMIT_COUNT 1)
string(REGEX REPLACE "^// Message: " "" message "${line}")
if(NOT message)
  message(FATAL_ERROR "${CASE}: no line '// Message: …'")
endif()

set(compile ${CXX} -std=c++23 -fsyntax-only -I${SRC})
execute_process(COMMAND ${compile} ${CASE} RESULT_VARIABLE control ERROR_VARIABLE said)
if(NOT control EQUAL 0)
  message(FATAL_ERROR "the control must compile, but:\n${said}")
endif()

execute_process(COMMAND ${compile} -DMUST_FAIL ${CASE} RESULT_VARIABLE refused ERROR_VARIABLE said)
if(refused EQUAL 0)
  message(FATAL_ERROR "it compiles, and must not")
elseif(NOT said MATCHES "${message}")
  message(FATAL_ERROR "refused, but not with '${message}':\n${said}")
endif()
