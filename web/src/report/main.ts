import "./report-still.css";
import behind from "./report-behind.css?inline";
import { loadAfter, prepare } from "./behind";
import { emptyDraft } from "./draft";
import { formStep } from "./form-step";
import { askBeforeLeaving } from "./leave";
import { readSite } from "./site";
import { makeShell } from "./shell";
import { dress } from "~/lib/light/styles";
import { startTheme } from "~/lib/light/theme";
import { words } from "./words";

dress(behind);
startTheme();
document.title = words.title;

const site = readSite();
const shell = makeShell(site);
const draft = emptyDraft();
const room = { shell, home, mailbox: () => void open("mailbox"), verify: () => void open("verify") };

const form = formStep(draft, site, {
  begun: () => {
    prepare().catch(() => undefined);
  },
  next: async () => {
    const { after, keys } = await prepare();
    await after.openReceipt({ ...room, draft, keys });
  },
  mailbox: room.mailbox,
  verify: room.verify,
});

function home(): void {
  shell.show(form);
}

async function open(door: "mailbox" | "verify"): Promise<void> {
  shell.say(words.opening);
  try {
    const after = await loadAfter();
    shell.say("");
    if (door === "mailbox") after.openMailbox(room);
    else after.openVerify(room);
  } catch {
    shell.say(words.notOpened);
  }
}

document.getElementById("report")?.replaceChildren(shell.node);
home();
if (location.hash === "#mailbox") room.mailbox();
if (location.hash === "#verify") room.verify();

// A page that a browser kept for its Back button must not come back with what was typed into it.
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  askBeforeLeaving(false);
  location.reload();
});
