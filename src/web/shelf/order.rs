//! Parents before children: kept lines come back in the order of their names, which is no order at all.

use crate::order::InOrder;
/// The same lines, each after those that it names in `after`, otherwise in the order given. A line that is not in
/// Concordat's canonical form, which whoever reads it will judge, keeps its place.
pub fn in_causal_order(lines: Vec<String>) -> Vec<String> {
    let order = order(&lines);
    if order.is_sorted() {
        return lines;
    }
    let mut lines: Vec<_> = lines.into_iter().map(Some).collect();
    order.into_iter().filter_map(|place| lines.get_mut(place)?.take()).collect()
}

fn order(lines: &[String]) -> Vec<usize> {
    // A sorted list, since a national log has a hundred thousand of them and a tree would take longer than the reading.
    let mut named: Vec<(u128, usize)> = lines.iter().enumerate().filter_map(|(place, line)| Some((id(line)?, place))).collect();
    named.order_by(Ord::cmp);
    let place_of = |parent: u128| {
        let at = named.partition_point(|(name, _)| *name < parent);
        named.get(at).filter(|(name, _)| *name == parent).map(|(_, place)| *place)
    };
    let mut order = Vec::with_capacity(lines.len());
    let mut is_met = vec![false; lines.len()];
    let mut open = Vec::new();
    for start in 0..lines.len() {
        open.push((start, false));
        while let Some((place, are_parents_done)) = open.pop() {
            if are_parents_done {
                order.push(place);
                continue;
            }
            let (Some(met), Some(line)) = (is_met.get_mut(place), lines.get(place)) else { continue };
            if std::mem::replace(met, true) {
                continue;
            }
            open.push((place, true));
            open.extend(after(line).filter_map(place_of).map(|parent| (parent, false)));
        }
    }
    order
}

/// A change's id as it stands in its canonical line: its last `id`, since keys are sorted and only a number and the
/// person's reason, where quotation marks are escaped, come after it.
pub(super) fn id(line: &str) -> Option<u128> {
    let (_, rest) = line.rsplit_once(r#""id":""#)?;
    hex(rest.get(..32)?)
}

/// The parents: `after` is the first key.
fn after(line: &str) -> impl Iterator<Item = u128> + '_ {
    let listed = line.strip_prefix(r#"{"after":["#).and_then(|rest| rest.split_once(']')).map_or("", |(listed, _)| listed);
    listed.split(',').filter_map(|quoted| hex(quoted.trim_matches('"')))
}

fn hex(text: &str) -> Option<u128> {
    u128::from_str_radix(text, 16).ok().filter(|_| text.len() == 32)
}
