import qrcode from "qrcode-generator";

/** Scanners want a light rim of four cells. */
const quiet = 4;

/** How much of a code may be lost: a seventh with `M`; with `L` a fifteenth, for what is long. */
export type QrLevel = "L" | "M";

/** A QR code as the path of a drawing. */
export function qrOf(content: string, level: QrLevel = "M"): { viewBox: string; d: string } {
  const code = qrcode(0, level);
  code.addData(content);
  code.make();
  const size = code.getModuleCount();
  let d = "";
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) if (code.isDark(y, x)) d += `M${x} ${y}h1v1h-1z`;
  }
  return { viewBox: `${-quiet} ${-quiet} ${size + 2 * quiet} ${size + 2 * quiet}`, d };
}
