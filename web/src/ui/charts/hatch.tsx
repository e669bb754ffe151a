/** The pattern of a period that is not over. */
export function Hatch({ id, colour }: { id: string; colour: string }) {
  return (
    <pattern id={id} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <path d="M0 0v4" className={colour} strokeWidth="2" />
    </pattern>
  );
}
