// Joint proposals: which have started, each with its form, and the bodies that govern them.
export class Commitments {
  constructor(page) {
    this.page = page;
    this.started = page.getByRole("region", { name: "What has started" });
    this.proposals = page.getByRole("region", { name: "Proposals" });
    this.parts = page.getByRole("region", { name: "Parts and pilots" });
    this.governance = page.getByRole("region", { name: "Governance" });
  }

  /** A commitment in one of the lists, by how it begins. */
  one(region, name) {
    return region.getByRole("listitem").filter({ has: this.page.locator("strong", { hasText: name }) }).first();
  }
}
