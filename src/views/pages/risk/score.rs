//! A risk's score, with its band, its two parts, and what it was before.

use leptos::prelude::*;

use crate::domain::level::Level;
use crate::domain::matrix::Matrix;
use crate::domain::risk::{Direction, Risk, RiskId};
use crate::domain::subject::Subject;
use crate::domain::thing::Kind;
use crate::session::use_session;
use crate::views::parts::conflict_mark::ConflictMark;
use crate::views::parts::movement::Movement;
use crate::words;

/// What the score says, in words.
#[derive(Debug, Clone, PartialEq)]
struct Scored {
    number: String,
    band: &'static str,
    parts: Option<String>,
    movement: Option<(Direction, String)>,
    since: Option<String>,
}

/// The score of a risk. One without a likelihood and an impact is not scored, which is not nought.
#[component]
pub fn RiskScore(
    /// Which.
    id: RiskId,
    /// The risk as it stands.
    risk: Memo<Option<Risk>>,
) -> impl IntoView {
    let session = use_session();
    let subject = Subject::from(&id);
    let before = session.select_open(&[Kind::Risk], move |open| open?.score_before(&id));
    let matrix = session.select(&[Kind::About], |workspace, _| workspace.matrix());
    let scored = Memo::new(move |_| {
        let (level, stated) = risk.with(|risk| risk.as_ref().map(|risk| (risk.level, risk.movement.clone())).unwrap_or_default());
        let before = before.get();
        matrix.with(|matrix| {
            let movement = match (before, level, stated) {
                (Some(before), Some(level), _) => {
                    let direction = Direction::between(before.was, level);
                    Some((direction, words::movement::movement(matrix, direction, Some(before.was), Some(level))))
                }
                (_, _, Some(stated)) => Some((stated.direction, words::movement::stated(&stated))),
                _ => None,
            };
            let since = before.map(|before| format!(", {}", words::date::long(words::date::uk_day(before.at.seconds()))));
            match level {
                Some(level) => Scored {
                    number: level.score().to_string(),
                    band: matrix.band(level).key(),
                    parts: Some(format!("{}.", in_parts(matrix, level))),
                    movement,
                    since,
                },
                None => Scored { number: "not scored".to_owned(), band: "none", parts: None, movement, since },
            }
        })
    });
    let band = move || matrix.with(|matrix| risk.with(|risk| Some(matrix.band(risk.as_ref()?.level?).label().to_lowercase())));
    view! {
        <div class="risks__score">
            <span class="risks__number" data-band=move || scored.with(|scored| scored.band)>
                <span class="visually-hidden">"Score "</span>{move || scored.with(|scored| scored.number.clone())}
                {move || band().map(|band| view! { <span class="risks__band">{band}</span> })}
            </span>
            <p>
                {move || scored.with(|scored| scored.parts.clone())}<ConflictMark record=subject field="Likelihood and impact" /> <br />
                {move || scored.with(|scored| scored.movement.clone()).map(|(direction, says)| view! { <Movement direction=direction says=says /> })}
                {move || scored.with(|scored| scored.since.clone())}
                {move || scored.with(|scored| scored.movement.is_none()).then_some("No earlier score is recorded.")}
            </p>
        </div>
    }
}

/// `Likelihood Significant (3), Impact Major (3)`: the two parts beside their product.
fn in_parts(matrix: &Matrix, level: Level) -> String {
    let (likelihood, impact) = (matrix.likelihood(level.l), matrix.impact(level.i));
    format!("Likelihood {likelihood} ({}), Impact {impact} ({})", level.l.number(), level.i.number())
}
