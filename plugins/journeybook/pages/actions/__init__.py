"""All improvements on one grid."""
