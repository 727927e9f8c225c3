# SPDX-License-Identifier: EUPL-1.2
"""Shows: a module includes modules of a lower level only, and only those it declares; includes form no circle.

The order stands in src/CMakeLists.txt. Each rule is also shown to find its own breach in a small invented tree.
"""

import re
import unittest

import tree

MODULE = re.compile(r"^passend_module\((\w+)\s+LEVEL\s+(\d+)([^)]*)\)", re.MULTILINE)
INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.MULTILINE)


def read_modules(cmake_text):
    """{module: (level, declared modules)} from src/CMakeLists.txt."""
    modules = {}
    for module, level, rest in MODULE.findall(cmake_text):
        uses = re.search(r"USES\s+([\w\s]+?)(?:\bLINKS\b|$)", rest)
        modules[module] = (int(level), set(uses.group(1).split()) if uses else set())
    return modules


def reachable(modules, module):
    """The modules that `module` declares, and theirs."""
    seen, todo = set(), [module]
    while todo:
        for used in modules[todo.pop()][1] - seen:
            seen.add(used)
            if used in modules:
                todo.append(used)
    return seen


def module_faults(modules, folders):
    for folder in sorted(folders - modules.keys()):
        yield f"src/{folder} is not in src/CMakeLists.txt"
    for module, (level, uses) in modules.items():
        for used in sorted(uses):
            if used not in modules:
                yield f"{module} uses {used}, which is no module"
            elif modules[used][0] >= level:
                yield f"{module} (level {level}) uses {used} (level {modules[used][0]})"
    for module, allowed in {"assign": {"base"}, "base": set()}.items():
        if module in modules and not reachable(modules, module) <= allowed:
            yield f"{module} may use nothing but {sorted(allowed)}"


def include_faults(modules, sources):
    """sources: {"module/file": text}."""
    for path, text in sources.items():
        module = path.split("/")[0]
        for included in INCLUDE.findall(text):
            target = included.split("/")[0]
            if included not in sources:
                yield f'src/{path}: "{included}" is not a file of src, by its full path'
            elif target != module and target not in reachable(modules, module):
                yield f"src/{path}: {module} may not include {included}"


def circle(sources):
    """One circle of includes as a list of paths, or nothing."""
    done, trail = set(), []

    def visit(path):
        if path in trail:
            return trail[trail.index(path):] + [path]
        if path in done or path not in sources:
            return []
        trail.append(path)
        for included in INCLUDE.findall(sources[path]):
            if found := visit(included):
                return found
        done.add(trail.pop())
        return []

    for path in sources:
        if found := visit(path):
            return found
    return []


class TheTree(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        src = tree.ROOT / "src"
        cls.modules = read_modules((src / "CMakeLists.txt").read_text(encoding="utf-8"))
        cls.folders = {path.name for path in src.iterdir() if path.is_dir()}
        cls.sources = {
            path.relative_to(src).as_posix(): path.read_text(encoding="utf-8")
            for path in tree.files("src", suffixes=tree.CPP)
        }

    def test_modules_use_lower_levels_only(self):
        self.assertGreater(len(self.modules), 0)
        self.assertEqual([], list(module_faults(self.modules, self.folders)))

    def test_includes_stay_within_what_a_module_declares(self):
        self.assertEqual([], list(include_faults(self.modules, self.sources)))

    def test_includes_form_no_circle(self):
        self.assertEqual([], circle(self.sources))


class ABreachIsFound(unittest.TestCase):
    CMAKE = """
passend_module(base LEVEL 0 LINKS fmt::fmt)
passend_module(law  LEVEL 1 USES base LINKS OpenSSL::Crypto)
passend_module(wage LEVEL 2 USES law)
"""

    def setUp(self):
        self.modules = read_modules(self.CMAKE)

    def faults_of(self, path, text):
        sources = {"base/a.hpp": "", "law/b.hpp": "", "wage/c.hpp": "", path: text}
        return list(include_faults(self.modules, sources))

    def test_list_is_read(self):
        self.assertEqual({"base": (0, set()), "law": (1, {"base"}), "wage": (2, {"law"})}, self.modules)

    def test_upward_include(self):
        self.assertEqual(1, len(self.faults_of("law/b.cpp", '#include "wage/c.hpp"\n')))

    def test_short_and_relative_paths(self):
        self.assertEqual(1, len(self.faults_of("law/b.cpp", '#include "b.hpp"\n')))
        self.assertEqual(1, len(self.faults_of("law/b.cpp", '#include "../base/a.hpp"\n')))

    def test_downward_include_through_a_declared_module_passes(self):
        self.assertEqual([], self.faults_of("wage/c.cpp", '#include "base/a.hpp"\n#include "wage/c.hpp"\n'))

    def test_equal_levels_do_not_see_each_other(self):
        modules = read_modules("passend_module(law LEVEL 1 USES assign)\npassend_module(assign LEVEL 1)\n")
        self.assertEqual(1, len(list(module_faults(modules, set()))))

    def test_assign_sees_base_only(self):
        modules = read_modules(self.CMAKE + "passend_module(assign LEVEL 2 USES law)\n")
        self.assertEqual(1, len(list(module_faults(modules, set()))))

    def test_a_folder_that_is_not_listed(self):
        self.assertEqual(1, len(list(module_faults(self.modules, {"utils"}))))

    def test_circle(self):
        self.assertEqual(
            ["base/a.hpp", "base/b.hpp", "base/a.hpp"],
            circle({"base/a.hpp": '#include "base/b.hpp"', "base/b.hpp": '#include "base/a.hpp"'}),
        )


if __name__ == "__main__":
    unittest.main()
