//! One chart a file: coordinates in, elements out.
