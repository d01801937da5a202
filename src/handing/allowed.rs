//! What the public may see, by kind and field. What is not in this table is left out of a file for the public, and a test
//! fails until somebody has either listed it here or named it as withheld.

/// What the public sees of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Allowed {
    /// The whole of it: a text, a date, a choice, names of records.
    Whole,
    /// These parts of what is decided in one act; the others are named as withheld.
    Parts {
        /// Published.
        shown: &'static [&'static str],
        /// Left out.
        withheld: &'static [&'static str],
    },
    /// Nothing, for this reason.
    Nothing(&'static str),
}

use Allowed::{Nothing, Parts, Whole};

const EXEMPT: (&str, Allowed) = ("exempt", Nothing("what is exempt is left out whole"));
const SOURCE: (&str, Allowed) = ("source", all(&["paper", "paragraph", "dated"]));
const TERM: (&str, Allowed) = ("term", all(&["from", "to"]));
const AMENDED: (&str, Allowed) = ("amended", all(&["date", "authority"]));
const STATE: (&str, Allowed) = ("state", Parts { shown: &["is"], withheld: &["why"] });

const AIM: Allowed = Parts { shown: &["value", "up_to"], withheld: &["note"] };
const READING: Allowed = Parts { shown: &["value", "of"], withheld: &["note"] };

const fn all(shown: &'static [&'static str]) -> Allowed {
    Parts { shown, withheld: &[] }
}

/// Every kind of which the public sees anything, with its fields.
pub const KINDS: &[(&str, &[(&str, Allowed)])] = &[
    (
        "workspace",
        &[
            ("title", Whole),
            ("reading", Whole),
            ("matrix", all(&["version", "likelihood", "impact", "medium_from", "high_from"])),
            ("order", Whole),
            ("nature", Whole),
            ("papers", Whole),
            EXEMPT,
        ],
    ),
    ("partner", &[("name", Whole), ("code", Whole), ("kind", Whole), ("vote", Whole), ("series", Whole), EXEMPT]),
    ("programme", &[("name", Whole), ("aims", Whole), ("lead", Whole), SOURCE, EXEMPT]),
    ("phase", &[("programme", Whole), ("name", Whole), ("objective", Whole), TERM, AMENDED, SOURCE, EXEMPT]),
    (
        "service",
        &[
            ("name", Whole),
            ("theme", Whole),
            ("programme", Whole),
            ("parent", Whole),
            ("approach", Whole),
            ("stage", Parts { shown: &["stage", "since", "next_due"], withheld: &["note", "despite"] }),
            ("quick_win", Whole),
            ("lead", Whole),
            ("status", Parts { shown: &["rag", "by"], withheld: &["why", "who"] }),
            ("expected", Whole),
            ("complete", Whole),
            ("gains", Whole),
            ("description", Whole),
            ("overall", Nothing("the Board publishes what it was told with the papers of its meeting")),
            SOURCE,
            EXEMPT,
        ],
    ),
    (
        "participation",
        &[
            ("part", Parts { shown: &["role"], withheld: &["note"] }),
            TERM,
            ("agreement", Parts { shown: &["state", "since"], withheld: &["note"] }),
            ("manager", Whole),
            ("duties", Whole),
            ("staff", Parts { shown: &["posts", "on"], withheld: &["note"] }),
            SOURCE,
            EXEMPT,
        ],
    ),
    (
        "milestone",
        &[("what", Whole), ("about", Whole), ("due", Whole), AMENDED, ("done", Whole), ("owner", Whole), SOURCE, EXEMPT],
    ),
    (
        "money",
        &[
            ("title", Whole),
            ("sum", all(&["kind", "pence", "up_to", "year", "basis", "recurrence"])),
            ("covers", Whole),
            ("partners", Whole),
            ("part_of", Whole),
            ("net_of", Whole),
            ("rival_of", Whole),
            ("in_use", Parts { shown: &["in_use"], withheld: &["why"] }),
            ("split", all(&["rule", "parts", "agreed_by", "agreed_on"])),
            ("cash", Whole),
            ("spent_on", Whole),
            ("fund", all(&["giver", "kind", "purpose"])),
            ("set_by", all(&["who", "on"])),
            ("commentary", Nothing("it is written for those who work on the figures")),
            SOURCE,
            EXEMPT,
        ],
    ),
    (
        "risk",
        &[
            ("reference", Whole),
            ("title", Whole),
            ("description", Whole),
            ("programme", Whole),
            ("service", Whole),
            ("tier", Whole),
            ("level", all(&["l", "i"])),
            ("movement", all(&["direction", "source"])),
            ("mitigation", Whole),
            ("owner", Whole),
            ("review", Whole),
            STATE,
            ("corporate", Nothing("a council's own register is that council's to publish")),
            SOURCE,
            EXEMPT,
        ],
    ),
    (
        "issue",
        &[
            ("reference", Whole),
            ("title", Whole),
            ("description", Whole),
            ("programme", Whole),
            ("service", Whole),
            ("risk", Whole),
            ("happened", Whole),
            ("action", Whole),
            ("owner", Whole),
            ("due", Whole),
            STATE,
            SOURCE,
            EXEMPT,
        ],
    ),
    (
        "measure",
        &[
            ("reference", Whole),
            ("name", Whole),
            ("service", Whole),
            ("unit", Whole),
            ("polarity", Whole),
            ("tolerance", all(&["percent", "units"])),
            ("frequency", Whole),
            ("to_date", Whole),
            ("owner", Whole),
            ("description", Whole),
            SOURCE,
            EXEMPT,
        ],
    ),
    (
        "recommendation",
        &[
            ("text", Whole),
            ("service", Whole),
            ("opens", Whole),
            ("made", all(&["body", "on", "minute"])),
            ("councils", Whole),
            SOURCE,
            EXEMPT,
        ],
    ),
    ("approval", &[("decision", all(&["verdict", "body", "on", "minute", "text"])), SOURCE, EXEMPT]),
    (
        "opening",
        &[
            ("what", Whole),
            ("sort", Whole),
            ("service", Whole),
            ("councils", Whole),
            ("since", Whole),
            ("decide_by", Whole),
            ("owner", Whole),
            ("decision", Parts { shown: &["taken", "on"], withheld: &["why"] }),
            SOURCE,
            EXEMPT,
        ],
    ),
    (
        "study",
        &[("service", Whole), ("purpose", Whole), ("time", all(&["before", "now", "unit"])), ("waste", Whole), SOURCE, EXEMPT],
    ),
    ("demand", &[("service", Whole), ("what", Whole), ("sort", Whole), ("count", Whole), ("counted", Whole), SOURCE, EXEMPT]),
    ("trial", &[("service", Whole), ("what", Whole), ("since", Whole), ("effect", Whole), ("kept", Whole), SOURCE, EXEMPT]),
    (
        "commitment",
        &[
            ("letter", Whole),
            ("title", Whole),
            ("sort", Whole),
            ("part_of", Whole),
            ("link", Whole),
            ("programme", Whole),
            ("aim", Whole),
            ("stands", Parts { shown: &["progress", "since"], withheld: &["note"] }),
            ("owner", Whole),
            ("partners", Whole),
            ("term", all(&["from", "to"])),
            ("commentary", Nothing("it is written for those who work on the programme")),
            SOURCE,
            EXEMPT,
        ],
    ),
    (
        "plan",
        &[
            ("service", Whole),
            ("year", Whole),
            ("aims", Whole),
            ("actions", Whole),
            ("resources", Whole),
            ("climate", Whole),
            ("equality", Whole),
            SOURCE,
            EXEMPT,
        ],
    ),
    (
        "shift",
        &[
            ("service", Whole),
            ("moved", all(&["kind", "year", "from", "to", "reason", "pence"])),
            ("why", Nothing("it is written for those who work on the figures")),
            ("said_by", all(&["who", "on"])),
            SOURCE,
            EXEMPT,
        ],
    ),
    (
        "benefit",
        &[
            ("what", Whole),
            ("service", Whole),
            ("sort", Whole),
            ("promise", all(&["foreseen", "result", "baseline", "target", "unit"])),
            ("due", Whole),
            AMENDED,
            ("partners", Whole),
            ("measure", Whole),
            ("owner", Whole),
            ("actual", all(&["value", "result", "on", "reach"])),
            ("commentary", Nothing("it is written for those who work on the figures")),
            SOURCE,
            EXEMPT,
        ],
    ),
    ("baseline", &[("start", Parts { shown: &["value", "on"], withheld: &["note"] }), SOURCE, EXEMPT]),
    (
        "targets",
        &[
            ("p01", AIM),
            ("p02", AIM),
            ("p03", AIM),
            ("p04", AIM),
            ("p05", AIM),
            ("p06", AIM),
            ("p07", AIM),
            ("p08", AIM),
            ("p09", AIM),
            ("p10", AIM),
            ("p11", AIM),
            ("p12", AIM),
            ("q1", AIM),
            ("q2", AIM),
            ("q3", AIM),
            ("q4", AIM),
            ("year", AIM),
            SOURCE,
            EXEMPT,
        ],
    ),
    (
        "readings",
        &[
            ("p01", READING),
            ("p02", READING),
            ("p03", READING),
            ("p04", READING),
            ("p05", READING),
            ("p06", READING),
            ("p07", READING),
            ("p08", READING),
            ("p09", READING),
            ("p10", READING),
            ("p11", READING),
            ("p12", READING),
            ("q1", READING),
            ("q2", READING),
            ("q3", READING),
            ("q4", READING),
            ("year", READING),
            ("forecast", Parts { shown: &["value"], withheld: &["note"] }),
            SOURCE,
            EXEMPT,
        ],
    ),
];

/// Kinds of which the public sees nothing, each with the reason.
pub const KINDS_WITHHELD: &[(&str, &str)] = &[
    ("note", "notes are for those who work on the programme"),
    ("sent", "it says who was sent what"),
    ("consultation", "what staff, unions and others said is for those who asked them to publish"),
    ("case", "a business case is published by the councils that decide on it"),
    ("option", "a business case is published by the councils that decide on it"),
    ("signoff", "a business case is published by the councils that decide on it"),
    ("highlight", "the Board publishes a report with the papers of its meeting"),
    ("meeting", "it names changes, of which the public sees none"),
];

/// The fields that every kind has beside its own.
pub const OF_EVERY_KIND: &[(&str, Allowed)] = &[
    ("joined", Whole),
    ("distinct", Nothing("it is of use to those alone who join what was entered twice")),
    ("withdrawn", Nothing("it says why something went")),
];

/// What the public sees of a field; nothing stands for what nobody has listed.
pub fn allowed(kind: &str, field: &str) -> Option<Allowed> {
    if let Some((_, why)) = KINDS_WITHHELD.iter().find(|(withheld, _)| *withheld == kind) {
        return Some(Nothing(why));
    }
    let (_, fields) = KINDS.iter().find(|(listed, _)| *listed == kind)?;
    fields.iter().chain(OF_EVERY_KIND).find(|(listed, _)| *listed == field).map(|(_, allowed)| *allowed)
}
