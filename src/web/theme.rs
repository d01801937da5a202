//! Light or dark, as an attribute of the page that the stylesheets look at.

use crate::web::page;

/// A person's choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the device has it.
    #[default]
    Device,
    /// Light, whatever the device has.
    Light,
    /// Dark, whatever the device has.
    Dark,
}

impl Theme {
    /// As it is remembered.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Device => "device",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// Reads exactly what `as_str` gives.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Device, Self::Light, Self::Dark].into_iter().find(|theme| theme.as_str() == text)
    }

    /// Shows the page in it.
    pub fn show(self) {
        let Some(root) = page::root() else { return };
        // Neither can fail for a name without blanks.
        let _ = match self {
            Self::Device => root.remove_attribute("data-theme"),
            Self::Light | Self::Dark => root.set_attribute("data-theme", self.as_str()),
        };
    }
}
