//! What this page is, how to keep it at hand, and what it does not know.

use leptos::prelude::*;

use crate::session::{Offline, use_session};
use crate::views::parts::page_head::PageHead;

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The page about the page. It needs no network and no workspace.
#[component]
pub fn AboutPage() -> impl IntoView {
    let session = use_session();
    let offline = move || match session.offline.get() {
        Offline::NotYet => "Not yet. Keep the page open with a network for a moment; the foot of the page says when it is ready.",
        Offline::Ready => "Yes. Every file of this version is held in this browser.",
        Offline::NewVersion => "Yes, and a new version is ready to be used.",
    };
    view! {
        <PageHead title="About Concordat" lede="Councils that share services run their joint programme in this page: savings, risks, services, who takes part, and the files that carry them." />
        <div class="prose">
            <dl class="facts">
                <div class="facts__pair"><dt class="facts__term">"Version"</dt><dd class="facts__value">{VERSION}</dd></div>
                <div class="facts__pair"><dt class="facts__term">"Works without a network"</dt><dd class="facts__value">{offline}</dd></div>
                <div class="facts__pair"><dt class="facts__term">"Licence"</dt><dd class="facts__value">"MIT. Free to use, change and pass on."</dd></div>
                <div class="facts__pair"><dt class="facts__term">"Where your work is"</dt><dd class="facts__value">"In this browser, on this device. There is no server. Nothing leaves it until you export or share a bundle."</dd></div>
            </dl>
            <h2>"Who wrote what"</h2>
            <p>"Each change carries the name and council that were typed on the device where it was made, and the time by that device's clock. Nobody has checked them. If someone rewrites history, it shows as soon as two copies meet, because each change is sealed by its content; but a seal is not a signature."</p>
            <h2>"Put it on the home screen"</h2>
            <p>"Do this first, before you import anything: on an iPad, work in a Safari tab and work in the app on the home screen are kept apart, and Safari clears a tab's work after seven days without a visit."</p>
            <ol>
                <li>"iPad or iPhone: open this page in Safari, tap Share, then Add to Home Screen. Open Concordat from there."</li>
                <li>"Android: open the browser's menu, then Install app or Add to Home screen."</li>
                <li>"Computer: look for Install at the right of the address bar in Chrome or Edge."</li>
            </ol>
            <h2>"If something goes wrong"</h2>
            <p>"The "<a href="recovery.html">"recovery page"</a>" hands out everything that this browser holds, as a file, even if the rest of Concordat will not start. It changes nothing."</p>
            <h2>"Accessibility"</h2>
            <p>"Concordat is built to meet WCAG 2.2 at level AA. Everything works with the keyboard alone, with a screen reader, at 400 % zoom and down to 320 pixels, in light, dark and forced colours, and on paper in black and white. Charts are also tables; nothing is told by colour alone; nothing needs a drag or a hover."</p>
            <p>"What we know is not perfect: charts are drawn for the width of the page and are drawn again when it changes; a large grid of partners and services scrolls sideways in its own box. It is tested with Chromium; other browsers and screen readers have not been tried with this version."</p>
            <h2>"Risk bands and other choices"</h2>
            <p>"The papers that Concordat follows set no bands for risk scores, and no national standard exists. Low 1–3, medium 4–8 and high 9–16 are Concordat's choice; Settings changes them."</p>
        </div>
    }
}
