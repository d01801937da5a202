//! What every kind of record has in common: a name, fields that may be unstated, a way in and out of JSON.

use crate::order::OneByOne;
use std::collections::BTreeMap;

use serde_json::Value;

/// Fields and the values that they are set to; null clears one.
pub type Set = BTreeMap<String, Value>;

/// A field of a kind: how files name it and how screens do. What a person decides in one act is one field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FieldName {
    /// In files.
    pub name: &'static str,
    /// On screens.
    pub label: &'static str,
}

/// The field that every kind has: whether it is for publication.
pub const EXEMPT: FieldName = FieldName { name: "exempt", label: "Exempt" };

/// A kind of record.
pub trait Record: Sized + Clone + PartialEq + Send + Sync + 'static {
    /// The first part of the record's name, such as `risk`.
    const KIND: &'static str;
    /// Its fields, in the order in which a person reads them.
    const FIELDS: &'static [FieldName];
    /// The type of its name.
    type Id: Ord + Clone + AsRef<str>;

    /// Its name.
    fn id(&self) -> &Self::Id;

    /// Reads it from its fields. A field whose value this version does not understand is left unstated and named; it is
    /// kept, shown raw, and travels on untouched.
    fn decode<'v>(id: Self::Id, value: &dyn Fn(&str) -> Option<&'v Value>) -> (Self, Vec<&'static str>);

    /// Why this version does not understand the value of a field; nothing where it does, or knows no such field.
    fn why_unread(field: &str, value: &Value) -> Option<String>;

    /// Its stated fields.
    fn encode(&self) -> Set;

    /// Whether anything is stated of it but that it is exempt.
    fn is_stated(&self) -> bool;
}

/// What has to be set to turn one state of a record into another: changed fields, and null for cleared ones.
pub fn difference(before: &Set, after: &Set) -> Set {
    let changed = after.iter().filter(|(field, value)| before.get(*field) != Some(value));
    let cleared = before.keys().filter(|field| !after.contains_key(*field)).map(|field| (field.clone(), Value::Null));
    changed.map(|(field, value)| (field.clone(), value.clone())).chain(cleared).one_by_one()
}

/// Declares a kind of record: `pub struct Risk, RiskId "risk" { field: Type "Label on screens", … }`.
macro_rules! record {
    ($(#[$about:meta])* pub struct $name:ident, $id:ident $kind:literal { $($(#[$doc:meta])* $field:ident: $type:ty = $label:literal,)+ }) => {
        #[doc = concat!("The name of a record of kind `", $kind, "`.")]
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $id(String);

        impl $id {
            /// A name from the part after the stroke.
            pub fn new(rest: &str) -> Option<Self> {
                Self::try_from(format!("{}/{rest}", $kind)).ok()
            }

            /// The part after the stroke.
            pub fn rest(&self) -> &str {
                self.0.split_once('/').map_or("", |(_, rest)| rest)
            }

            /// The whole name.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl AsRef<str> for $id {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $id {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl TryFrom<String> for $id {
            type Error = String;

            fn try_from(text: String) -> Result<Self, String> {
                if $crate::domain::subject::is_named(&text, $kind) { Ok(Self(text)) } else { Err(format!("\"{text}\" is not the name of a {}", $kind)) }
            }
        }

        impl From<$id> for String {
            fn from(id: $id) -> Self {
                id.0
            }
        }

        #[cfg(not(target_arch = "wasm32"))]
        impl schemars::JsonSchema for $id {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($id).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "pattern": concat!("^", $kind, "(/[a-z0-9._-]+)+$") })
            }
        }

        $(#[$about])*
        #[derive(Debug, Clone, PartialEq)]
        pub struct $name {
            /// Its name.
            pub id: $id,
            $($(#[$doc])* pub $field: Option<$type>,)+
            /// That it is not for publication, and why. Not stated means that it is not exempt.
            pub exempt: Option<$crate::domain::exempt::Exempt>,
        }

        impl $name {
            /// A record of which nothing is stated yet.
            pub fn new(id: $id) -> Self {
                Self { id, $($field: None,)+ exempt: None }
            }

            /// The JSON Schema of its fields.
            #[cfg(not(target_arch = "wasm32"))]
            pub fn schema(types: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let mut properties = serde_json::Map::new();
                $(properties.insert(stringify!($field).to_owned(), types.subschema_for::<Option<$type>>().into());)+
                properties.insert("exempt".to_owned(), types.subschema_for::<Option<$crate::domain::exempt::Exempt>>().into());
                schemars::json_schema!({ "type": "object", "properties": properties })
            }
        }

        impl $crate::domain::record::Record for $name {
            const KIND: &'static str = $kind;
            const FIELDS: &'static [$crate::domain::record::FieldName] =
                &[$($crate::domain::record::FieldName { name: stringify!($field), label: $label },)+ $crate::domain::record::EXEMPT];
            type Id = $id;

            fn id(&self) -> &$id {
                &self.id
            }

            // A kind by itself, so that a browser compiles the reading of those alone that somebody has entered.
            #[inline(never)]
            fn decode<'v>(id: $id, value: &dyn Fn(&str) -> Option<&'v serde_json::Value>) -> (Self, Vec<&'static str>) {
                let mut unread = Vec::new();
                let record = Self { id, $($field: $crate::domain::record::read_field(stringify!($field), value, &mut unread),)+ exempt: $crate::domain::record::read_field("exempt", value, &mut unread) };
                (record, unread)
            }

            fn why_unread(field: &str, value: &serde_json::Value) -> Option<String> {
                match field {
                    $(stringify!($field) => $crate::domain::record::why_unread::<$type>(value),)+
                    "exempt" => $crate::domain::record::why_unread::<$crate::domain::exempt::Exempt>(value),
                    _ => None,
                }
            }

            fn is_stated(&self) -> bool {
                false $(|| self.$field.is_some())+
            }

            fn encode(&self) -> $crate::domain::record::Set {
                let mut set = $crate::domain::record::Set::new();
                $($crate::domain::record::write_field(stringify!($field), self.$field.as_ref(), &mut set);)+
                $crate::domain::record::write_field("exempt", self.exempt.as_ref(), &mut set);
                set
            }
        }
    };
}
pub(crate) use record;

pub(crate) fn read_field<'v, T: serde::de::DeserializeOwned>(
    field: &'static str,
    value: &dyn Fn(&str) -> Option<&'v Value>,
    unread: &mut Vec<&'static str>,
) -> Option<T> {
    let value = value(field).filter(|value| !value.is_null())?;
    let read = T::deserialize(value).ok();
    if read.is_none() {
        unread.push(field);
    }
    read
}

/// Names the place within the value. It is asked for where files are judged, and not where the page starts.
pub(crate) fn why_unread<T: serde::de::DeserializeOwned>(value: &Value) -> Option<String> {
    let error = serde_path_to_error::deserialize::<_, T>(value).err()?;
    let path = error.path().to_string();
    let within = if path == "." { String::new() } else { format!("{path}: ") };
    Some(format!("{within}{}", crate::remark::in_words(&error.into_inner().to_string())))
}

pub(crate) fn write_field<T: serde::Serialize>(field: &str, value: Option<&T>, set: &mut Set) {
    if let Some(value) = value {
        let Ok(json) = serde_json::to_value(value) else { unreachable!("domain values have text keys and whole numbers only") };
        set.insert(field.to_owned(), json);
    }
}
