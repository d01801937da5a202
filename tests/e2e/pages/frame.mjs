// What stands round every page. Each page model goes by role and name, as a person with a screen reader does.
import { About } from "./about.mjs";
import { Files } from "./files.mjs";
import { FirstVisit } from "./first-visit.mjs";
import { Issues } from "./issues.mjs";
import { Overview } from "./overview.mjs";
import { Partners } from "./partners.mjs";
import { Programme } from "./programme.mjs";
import { Risks } from "./risks.mjs";
import { Savings } from "./savings.mjs";
import { Services } from "./services.mjs";
import { Settings } from "./settings.mjs";

export class Frame {
  constructor(page) {
    this.page = page;
    this.firstVisit = new FirstVisit(page);
    this.overview = new Overview(page);
    this.savings = new Savings(page);
    this.risks = new Risks(page);
    this.services = new Services(page);
    this.partners = new Partners(page);
    this.files = new Files(page);
    this.issues = new Issues(page);
    this.programme = new Programme(page);
    this.settings = new Settings(page);
    this.about = new About(page);
    this.navigation = page.getByRole("navigation", { name: "Main" });
    this.heading = page.getByRole("heading", { level: 1 });
    this.banner = page.getByRole("banner");
    this.saved = page.getByText(/^Saved( \d\d:\d\d)?$/);
    this.readyOffline = page.getByText("Ready offline", { exact: true });
    this.undo = page.getByRole("button", { name: /^Undo/ });
    this.redo = page.getByRole("button", { name: /^Redo/ });
    this.search = page.getByRole("searchbox");
  }

  /** Follows a link of the navigation, opening its second half where that is folded away. */
  async go(name) {
    const link = this.navigation.getByRole("link", { name: new RegExp(`^${name}\\b`) });
    if (!(await link.isVisible())) await this.navigation.getByRole("button", { name: "More" }).click();
    await link.click();
  }

  /** Says who is writing, which is asked once before the first change. */
  async introduce(name = "Pat Example", council = "Bromsgrove District Council") {
    const dialog = this.page.getByRole("dialog");
    await dialog.getByLabel("Your name").fill(name);
    await dialog.getByLabel("Your council").fill(council);
    await dialog.getByRole("button").first().click();
  }

  async isSaved() {
    await this.saved.first().waitFor();
  }
}
