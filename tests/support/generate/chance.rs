//! Chance that comes out the same every time.

/// A stream of numbers from a seed (`SplitMix64`).
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below another.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    /// Whether something happens that happens so many times in a hundred.
    pub fn percent(&mut self, times: usize) -> bool {
        self.below(100) < times
    }

    /// One of a list.
    pub fn pick<'l, T>(&mut self, list: &'l [T]) -> &'l T {
        &list[self.below(list.len())]
    }

    /// Several of a list, in its order, each once.
    pub fn some<T: Clone>(&mut self, list: &[T], many: usize) -> Vec<T> {
        let mut left = many.min(list.len());
        let mut found = Vec::with_capacity(left);
        for (place, item) in list.iter().enumerate() {
            if self.below(list.len() - place) < left {
                found.push(item.clone());
                left -= 1;
            }
        }
        found
    }

    /// The part of a record's name after its kind, as devices make them: a time first, then chance.
    pub fn id(&mut self) -> String {
        let (high, low) = (self.next(), self.next());
        let time = 0x0190_0000_0000 + (high & 0xffff_ffff);
        format!(
            "{:08x}-{:04x}-7{:03x}-{:04x}-{:012x}",
            time >> 16,
            time & 0xffff,
            (high >> 48) & 0xfff,
            0x8000 | ((low >> 50) & 0x3fff),
            low & 0xffff_ffff_ffff
        )
    }
}
