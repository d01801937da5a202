//! What is said of what is not for publication.

use crate::domain::exempt::Exempt;
use crate::words::{count, date};

/// `paragraph 3: …. Reason. To be reviewed by 1 April 2011`, wherever a record is marked exempt.
pub fn exempt(exempt: &Exempt) -> String {
    let reason = exempt.reason.trim().trim_end_matches('.');
    format!("paragraph {}. {reason}. To be reviewed by {}", exempt.paragraph.label(), date::long(exempt.review))
}

/// What stands on every page of a workspace with exempt items.
pub fn held(items: usize) -> String {
    let items = count(items, "item that is", "items that are");
    format!(
        "This workspace holds {items} not for publication (Schedule 12A). Mind who sees it, and hand it on to those only who may."
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::exempt::Paragraph;

    #[test]
    fn an_exemption_reads_as_sentences() {
        let review = chrono::NaiveDate::from_ymd_opt(2011, 6, 30).unwrap();
        let marked = Exempt { paragraph: Paragraph::Five, reason: "Advice on the lease.".to_owned(), review };
        assert_eq!(exempt(&marked), "paragraph 5: legally privileged. Advice on the lease. To be reviewed by 30 June 2011");
        assert!(held(1).starts_with("This workspace holds 1 item that is not for publication"));
        assert!(held(2).starts_with("This workspace holds 2 items that are not for publication"));
    }
}
