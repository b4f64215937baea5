"""Whole builds, in the engines that readers' sites are built with."""
