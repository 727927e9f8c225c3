# SPDX-License-Identifier: EUPL-1.2
"""Parts of tools/mutate_law.py."""
