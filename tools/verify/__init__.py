# SPDX-License-Identifier: EUPL-1.2
"""The independent verifier of a plan folder, written from docs/plan.md alone. Entry: tools/verify_plan.py."""
