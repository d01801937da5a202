//! Money lines.

use crate::domain::check::split::split;
use crate::domain::check::{Refusals, leads_back, repeats};
use crate::domain::money::{Money, MoneyId, MoneyKind, Sum};
use crate::domain::pence::Pence;
use crate::domain::workspace::Workspace;

/// Files hold whole numbers up to this one exactly.
const MOST: Pence = Pence((1 << 53) - 1);

pub(super) fn money(money: &Money, refusals: &mut Refusals) {
    refusals.text("title", money.title.as_ref(), "Say in a few words what the money is for.");
    match &money.sum {
        Some(sum) => figure(sum, money, refusals),
        None => refusals.add("sum", "Say what kind of figure it is and how much."),
    }
    let strange = money.covers.iter().flatten().any(|subject| !matches!(subject.kind(), "programme" | "phase" | "service"));
    refusals.when(strange, "covers", "A figure covers programmes, phases or services. Choose among these.");
    refusals.when(repeats(money.covers.as_ref()), "covers", "The same thing is covered twice. Name each once.");
    refusals.when(repeats(money.partners.as_ref()), "partners", "A partner is named twice. Name each once.");
    if let Some(agreed) = &money.split {
        split(agreed, money, refusals);
    }
    let nameless = money.fund.as_ref().is_some_and(|fund| fund.giver.trim().is_empty());
    refusals.when(nameless, "fund", "Say who gives the money.");
    refusals.source(money.source.as_ref());
}

fn figure(sum: &Sum, money: &Money, refusals: &mut Refusals) {
    let is_target = sum.kind == MoneyKind::Target;
    let kind = sum.kind.label().to_lowercase();
    if sum.pence < Pence::ZERO || sum.up_to.is_some_and(|most| most < Pence::ZERO) {
        let says = match sum.kind {
            MoneyKind::Saving => "A saving is written as a positive amount. If it costs money, choose the kind Cost.".to_owned(),
            _ => format!("Write the amount without a minus: the kind ({kind}) says which way it goes."),
        };
        refusals.add("sum", says);
    }
    let large = sum.pence > MOST || sum.up_to.is_some_and(|most| most > MOST);
    refusals.when(large, "sum", "This is more than can be kept exactly. Check the noughts.");
    let upside_down = sum.up_to.is_some_and(|most| most <= sum.pence);
    refusals.when(
        upside_down,
        "sum",
        "The upper end of the range is not above the lower. Put the smaller amount first, or leave the upper end empty.",
    );
    refusals.when(
        is_target && sum.basis.is_some(),
        "sum",
        "A target has no basis. Leave the basis empty, or choose another kind.",
    );
    refusals.when(is_target && sum.year.is_none(), "sum", "Say for which year the target is set.");
    let nobody = money.set_by.as_ref().is_none_or(|set| set.who.trim().is_empty());
    refusals.when(is_target && nobody, "set_by", "Say who set the target.");
}

pub(super) fn money_among(workspace: &Workspace, money: &Money, refusals: &mut Refusals) {
    type Link = fn(&Money) -> Option<&MoneyId>;
    let links: [(&'static str, Link, &str, &str); 3] = [
        (
            "part_of",
            |money| money.part_of.as_ref(),
            "A figure cannot be part of itself. Choose another one, or none.",
            "That figure is part of this one already. Choose another one, or none.",
        ),
        (
            "net_of",
            |money| money.net_of.as_ref(),
            "A figure cannot be the net of itself. Choose the gross figure, or none.",
            "That figure is the net of this one already. Choose the gross figure, or none.",
        ),
        (
            "rival_of",
            |money| money.rival_of.as_ref(),
            "A figure cannot be another statement of itself. Choose the other one, or none.",
            "That figure is named as another statement of this one already; once is enough. Leave this empty.",
        ),
    ];
    for (field, link, itself, circle) in links {
        let Some(other) = link(money) else { continue };
        if *other == money.id {
            refusals.add(field, itself);
        } else if leads_back(other, &money.id, |id| workspace.money.get(id).and_then(link)) {
            refusals.add(field, circle);
        }
    }
}
