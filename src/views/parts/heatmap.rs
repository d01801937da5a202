//! Risks by likelihood and impact.
