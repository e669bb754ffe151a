/** Reads a code with the camera, where the browser can read codes by itself. The stream ends with the answer. */
import { button, h, text } from "~/lib/light/dom";
import { words } from "./words";

interface Detector {
  readonly detect: (source: HTMLVideoElement) => Promise<readonly { readonly rawValue: string }[]>;
}

declare global {
  interface Window {
    readonly BarcodeDetector?: new (options: { readonly formats: readonly string[] }) => Detector;
  }
}

const LOOK_EVERY_MS = 200;

export function canScan(): boolean {
  return window.BarcodeDetector !== undefined && "mediaDevices" in navigator;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

export interface Scanner {
  readonly node: HTMLElement;
  readonly start: () => Promise<void>;
  readonly stop: () => void;
}

export function makeScanner(found: (code: string) => void): Scanner {
  const video = h("video", { playsinline: true, muted: true, "aria-label": words.scan.label });
  const note = h("p", { class: "small", role: "status" });
  const node = h(
    "div",
    { class: "scan" },
    h("p", { class: "strong" }, words.scan.title),
    video,
    h(
      "div",
      { class: "row" },
      button(words.scan.stop, "", () => stop()),
      note,
    ),
  );
  node.hidden = true;
  let stream: MediaStream | null = null;
  let round = 0;

  function stop(): void {
    round += 1;
    for (const track of stream?.getTracks() ?? []) track.stop();
    stream = null;
    video.srcObject = null;
    node.hidden = true;
    text(note, "");
  }

  async function watch(detector: Detector, mine: number): Promise<void> {
    while (round === mine) {
      const [code] = await detector.detect(video).catch(() => []);
      if (round !== mine) return;
      if (code !== undefined) {
        stop();
        found(code.rawValue);
        return;
      }
      await pause(LOOK_EVERY_MS);
    }
  }

  async function start(): Promise<void> {
    stop();
    const mine = round;
    node.hidden = false;
    text(note, words.scan.starting);
    try {
      if (window.BarcodeDetector === undefined) throw new Error("no detector");
      const detector = new window.BarcodeDetector({ formats: ["qr_code"] });
      const opened = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      if (round !== mine) {
        for (const track of opened.getTracks()) track.stop();
        return;
      }
      stream = opened;
      video.srcObject = opened;
      await video.play();
      text(note, "");
      void watch(detector, mine);
    } catch (error) {
      if (round !== mine) return;
      const refused = error instanceof DOMException && error.name === "NotAllowedError";
      text(note, refused ? words.scan.refused : words.scan.missing);
    }
  }

  return { node, start, stop };
}
