// What stands round every page. Each page model goes by role and name, as a person with a screen reader does.
import { About } from "./about.mjs";
import { Compare } from "./compare.mjs";
import { Conflicts } from "./conflicts.mjs";
import { Files } from "./files.mjs";
import { FirstVisit } from "./first-visit.mjs";
import { History } from "./history.mjs";
import { Issues } from "./issues.mjs";
import { Life } from "./life.mjs";
import { Measures } from "./measures.mjs";
import { Overview } from "./overview.mjs";
import { Partners } from "./partners.mjs";
import { Programme } from "./programme.mjs";
import { Reports } from "./reports.mjs";
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
    this.life = new Life(page);
    this.measures = new Measures(page);
    this.reports = new Reports(page);
    this.partners = new Partners(page);
    this.files = new Files(page);
    this.compare = new Compare(page);
    this.conflicts = new Conflicts(page);
    this.history = new History(page);
    this.issues = new Issues(page);
    this.programme = new Programme(page);
    this.settings = new Settings(page);
    this.about = new About(page);
    this.navigation = page.getByRole("navigation", { name: "Main" });
    this.heading = page.getByRole("heading", { level: 1 });
    this.banner = page.getByRole("banner");
    this.foot = page.getByRole("contentinfo");
    this.sample = page.getByRole("region", { name: "Sample" });
    this.dialog = page.getByRole("dialog");
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
    await this.dialog.getByLabel("Your name").fill(name);
    await this.dialog.getByLabel("Your council").fill(council);
    await this.dialog.getByRole("button", { name: "Save" }).click();
    await this.dialog.waitFor({ state: "hidden" });
  }

  /** From a first visit into the sample. */
  async openTheSample() {
    await this.firstVisit.openTheSample.click();
    await this.sample.waitFor();
    await this.isSaved();
  }

  /** From a first visit into an empty workspace, said who is writing. */
  async startAWorkspace(title = "Malvern trial") {
    await this.firstVisit.startANewWorkspace.click();
    await this.dialog.getByLabel("Title").fill(title);
    await this.dialog.getByRole("button", { name: "Start" }).click();
    await this.introduce();
    await this.banner.getByText(title).waitFor();
    await this.isSaved();
  }

  /** An issue with a title alone, from any page; its own page stands afterwards. */
  async addAnIssue(title) {
    await this.go("Issues");
    await this.issues.add.click();
    await this.page.getByLabel("Title", { exact: true }).fill(title);
    await this.issues.saveTheIssue.click();
    await this.heading.getByText(title).waitFor();
    await this.isSaved();
  }

  /** The frame says so, and nothing is left on its way into storage. */
  async isSaved() {
    await this.saved.first().waitFor();
    await this.page.waitForFunction(() => !Object.keys(localStorage).some((key) => key.startsWith("concordat.tail.")));
    await this.saved.first().waitFor();
  }

  /** The short code of the work, once it has been worked out and is not one that came before. */
  async code({ otherThan } = {}) {
    const line = this.foot.getByText(/^Code [0-9A-F]{4}-[0-9A-F]{4}$/);
    let code = "";
    const deadline = Date.now() + 10_000;
    do {
      code = (await line.textContent()).replace("Code ", "");
    } while (code === otherThan && Date.now() < deadline);
    if (code === otherThan) throw new Error(`The code is still ${code}.`);
    return code;
  }
}
