import { useMemo } from "react";
import { qrOf } from "~/lib/qr";

/** A light code on any ground: scanners want dark on light. */
export function QrCode({ content, label }: { content: string; label: string }) {
  const { viewBox, d } = useMemo(() => qrOf(content), [content]);
  return (
    <svg className="qr" viewBox={viewBox} role="img" aria-label={label} shapeRendering="crispEdges">
      <path d={d} />
    </svg>
  );
}
