import { useId, useRef, type ReactNode } from "react";
import { saveFile, saveText } from "~/lib/save-file";
import { ExportMenu, type Exports } from "~/ui/export-menu";
import { picture } from "./picture";
import { pngOf } from "./png";

/** A drawing with its finding as title, its unit and numbers below, and every way to take it along. */
export function Chart({
  title,
  subtitle,
  credit,
  fileName,
  exports,
  tools,
  children,
}: {
  title: string;
  subtitle: string;
  /** Who published it under which terms, written into the picture. */
  credit: string;
  fileName: string;
  exports: Exports;
  tools?: ReactNode;
  children: ReactNode;
}) {
  const figure = useRef<HTMLElement>(null);
  const id = useId();
  const drawn = () => {
    const drawing = figure.current?.querySelector<HTMLElement>("[data-drawing]");
    return drawing === null || drawing === undefined ? null : picture(drawing, { title, subtitle, credit });
  };
  const saveSvg = () => {
    const svg = drawn();
    if (svg !== null) saveText(`${fileName}.svg`, "image/svg+xml", svg);
  };
  const savePng = async () => {
    const svg = drawn();
    if (svg !== null) saveFile(`${fileName}.png`, await pngOf(svg));
  };
  return (
    <figure ref={figure} aria-labelledby={id} className="chart">
      <div className="ch">
        <div>
          <h2 id={id}>{title}</h2>
          <p>{subtitle}</p>
        </div>
        <span className="push row">
          {tools}
          <ExportMenu exports={{ ...exports, picture: saveSvg, png: savePng }} />
        </span>
      </div>
      <div data-drawing="">{children}</div>
    </figure>
  );
}
