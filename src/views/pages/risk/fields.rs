//! The fields of a risk as a person fills them in, and the risk that they come to.

use leptos::prelude::*;

use crate::domain::command::Refusal;
use crate::domain::programme::ProgrammeId;
use crate::domain::risk::{Direction, Risk, StatedMovement, Tier};
use crate::domain::service::ServiceId;
use crate::views::parts::choice_field::{ChoiceField, or_not_stated};
use crate::views::parts::form::Form;
use crate::views::parts::record_choice::{ProgrammeField, ServiceField};
use crate::views::parts::source_fields::{SOURCE, SourceFields, SourceNames, read_source};
use crate::views::parts::text_field::{TextField, Typed};

/// Where a stated movement stands.
const MOVEMENT: SourceNames = SourceNames { paper: "movement-paper", paragraph: "movement-paragraph", dated: "movement-dated" };

/// Every field of a risk but its score and whether it is open: those are decided for a reason of their own.
#[component]
pub fn RiskFields(
    /// The form that they belong to.
    form: Form,
    /// What they start with.
    risk: Risk,
) -> impl IntoView {
    let text = |name: &'static str, starts: &Option<String>| form.field(name, starts.clone().unwrap_or_default());
    let reference = text("reference", &risk.reference);
    let title = text("title", &risk.title);
    let description = text("description", &risk.description);
    let mitigation = text("mitigation", &risk.mitigation);
    let owner = text("owner", &risk.owner);
    let corporate = text("corporate", &risk.corporate);
    let review = form.field("review", risk.review.map(|date| date.to_string()).unwrap_or_default());
    let tier = form.field("tier", risk.tier.map(Tier::key).unwrap_or_default());
    let movement = form.field("movement", risk.movement.as_ref().map(|stated| stated.direction.key()).unwrap_or_default());
    let tiers = or_not_stated(Tier::ALL.iter().map(|tier| (tier.key().to_owned(), tier.label().to_owned())));
    let directions = or_not_stated(Direction::ALL.iter().map(|way| (way.key().to_owned(), way.label().to_owned())));
    view! {
        <div class="form__row">
            <TextField form=form name="reference" label="Reference" value=reference hint="Its number in the register." width=8 />
        </div>
        <TextField form=form name="title" label="Title" value=title hint="What may happen, in a few words." />
        <TextField form=form name="description" label="Description" value=description typed=Typed::Text hint="What may cause it, and what would follow." />
        <TextField form=form name="mitigation" label="Mitigation" value=mitigation typed=Typed::Text hint="What is done about it, and by whom." />
        <div class="form__row">
            <TextField form=form name="owner" label="Owner" value=owner hint="The office, not the name, where you can." width=20 />
            <TextField form=form name="review" label="Review date" value=review typed=Typed::Date width=12 />
        </div>
        <div class="form__row">
            <ProgrammeField form=form starts=risk.programme.clone() />
            <ServiceField form=form starts=risk.service.clone() />
            <ChoiceField form=form name="tier" label="Level in the programme" value=tier options=tiers />
        </div>
        <TextField form=form name="corporate" label="In a council's own register" value=corporate hint="Which council holds it in its corporate register too, and under what number." />
        <fieldset class="form__part">
            <legend class="form__legend">"Where this is stated"</legend>
            <SourceFields form=form names=SOURCE starts=risk.source.clone() />
        </fieldset>
        <fieldset class="form__part">
            <legend class="form__legend">"Movement that a paper states without an earlier score"</legend>
            <ChoiceField form=form name="movement" label="Stated movement" value=movement options=directions />
            <SourceFields form=form names=MOVEMENT starts=risk.movement.map(|stated| stated.source) />
        </fieldset>
    }
}

/// The risk that the form comes to, score and state as they were; what cannot be read goes to `wrong`.
pub fn read_risk(form: &Form, before: &Risk, wrong: &mut Vec<Refusal>) -> Risk {
    let mut about_movement = Vec::new();
    let source = read_source(form, MOVEMENT, &mut about_movement);
    let direction = form.text("movement").and_then(|key| Direction::from_key(&key));
    wrong.extend(about_movement);
    let movement = match (direction, source) {
        (Some(direction), Some(source)) => Some(StatedMovement { direction, source }),
        (Some(_), None) => {
            wrong.push(Refusal::of("movement-paper", "Name the paper that states this movement."));
            None
        }
        (None, Some(_)) => {
            wrong.push(Refusal::of("movement", "Say which way the paper says that it moved, or clear the paper."));
            None
        }
        (None, None) => None,
    };
    Risk {
        reference: form.text("reference"),
        title: form.text("title"),
        description: form.text("description"),
        mitigation: form.text("mitigation"),
        owner: form.text("owner"),
        corporate: form.text("corporate"),
        review: form.date("review", wrong),
        tier: form.text("tier").and_then(|key| Tier::from_key(&key)),
        programme: form.text("programme").and_then(|id| ProgrammeId::try_from(id).ok()),
        service: form.text("service").and_then(|id| ServiceId::try_from(id).ok()),
        source: read_source(form, SOURCE, wrong),
        movement,
        ..before.clone()
    }
}
