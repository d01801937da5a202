//! Parents before children: kept lines come back in the order of their names, which is no order at all.

use std::collections::BTreeMap;

/// The same lines, each after those that it names in `after`, otherwise in the order given. A line that is not in
/// Concordat's canonical form, which whoever reads it will judge, keeps its place.
pub fn in_causal_order(lines: Vec<String>) -> Vec<String> {
    let named: Vec<Option<u128>> = lines.iter().map(|line| id(line)).collect();
    let places: BTreeMap<u128, usize> =
        named.iter().enumerate().filter_map(|(place, name)| name.map(|name| (name, place))).rev().collect();
    let mut order = Vec::with_capacity(lines.len());
    let mut visited = vec![false; lines.len()];
    for start in 0..lines.len() {
        let mut open = vec![(start, false)];
        while let Some((place, parents_done)) = open.pop() {
            if parents_done {
                order.push(place);
                continue;
            }
            let (Some(seen), Some(line)) = (visited.get_mut(place), lines.get(place)) else { continue };
            if std::mem::replace(seen, true) {
                continue;
            }
            open.push((place, true));
            open.extend(after(line).filter_map(|parent| places.get(&parent)).map(|parent| (*parent, false)));
        }
    }
    let mut lines: Vec<_> = lines.into_iter().map(Some).collect();
    order.into_iter().filter_map(|place| lines.get_mut(place)?.take()).collect()
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
