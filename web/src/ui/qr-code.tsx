import { useMemo } from "react";
import { qrOf, type QrLevel } from "~/lib/qr";

/** A light code on any ground: scanners want dark on light. */
export function QrCode({ content, label, level = "M" }: { content: string; label: string; level?: QrLevel }) {
  const { viewBox, d } = useMemo(() => qrOf(content, level), [content, level]);
  return (
    <svg className="qr" viewBox={viewBox} role="img" aria-label={label} shapeRendering="crispEdges">
      <path d={d} />
    </svg>
  );
}
