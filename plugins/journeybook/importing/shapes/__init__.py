"""The shapes in which teams keep their journeys: maps, lists, documents, drawings and votes."""
