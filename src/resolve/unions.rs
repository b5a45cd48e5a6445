//! Things of which some belong together.

/// Things that belong together (Galler and Fischer, *An improved equivalence algorithm*, CACM 1964).
pub(super) struct Unions(Vec<usize>);

impl Unions {
    /// Each thing alone.
    pub fn new(count: usize) -> Self {
        Self((0..count).collect())
    }

    /// The thing that stands for all that a thing belongs to.
    pub fn root(&mut self, mut thing: usize) -> usize {
        while self.0[thing] != thing {
            self.0[thing] = self.0[self.0[thing]];
            thing = self.0[thing];
        }
        thing
    }

    /// Puts together what two things belong to.
    pub fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        self.0[one.max(other)] = one.min(other);
    }
}
