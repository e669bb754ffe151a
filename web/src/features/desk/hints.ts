/** Places in a text that could lead to a ship or a person. Suggestions for a reader: nothing is changed by them. */

export type HintKind =
  | "imo"
  | "mmsi"
  | "call_sign"
  | "ship_name"
  | "email"
  | "phone"
  | "address"
  | "date"
  | "time"
  | "position"
  | "distance"
  | "port_code";

export interface Hint {
  readonly kind: HintKind;
  readonly start: number;
  readonly end: number;
}

const months =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

/** The last digit of an IMO number is the end of the sum of the others, weighted 7 to 2. */
export function isImoNumber(digits: string): boolean {
  const numbers = Array.from(digits, Number);
  const sum = numbers.slice(0, 6).reduce((total, digit, at) => total + digit * (7 - at), 0);
  return numbers.length === 7 && sum % 10 === numbers[6];
}

interface Rule {
  readonly kind: HintKind;
  readonly pattern: RegExp;
  readonly fits?: (found: string) => boolean;
}

/** Call signs begin with the letters of a state and hold a digit; words in capitals do not. */
function looksLikeCallSign(found: string): boolean {
  return /\d/.test(found) && (found.match(/[A-Z]/g) ?? []).length >= 2 && !/^[A-Z]{1,3}\d+$/.test(found);
}

const rules: readonly Rule[] = [
  { kind: "email", pattern: /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g },
  {
    kind: "position",
    pattern:
      /\b\d{1,2}\s*[°\s-]\s*\d{1,2}(?:[.,]\d+)?\s*['′’]?\s*[NS]\b(?:[\s,/]*\d{1,3}\s*[°\s-]\s*\d{1,2}(?:[.,]\d+)?\s*['′’]?\s*[EW]\b)?/gi,
  },
  {
    kind: "position",
    pattern:
      /-?\b\d{1,2}\.\d{2,}(?:\s?°)?(?:\s?[NS]\b)?\s?[,;/ ]\s?-?\d{1,3}\.\d{2,}(?:\s?°)?(?:\s?[EW]\b)?/gi,
  },
  { kind: "address", pattern: /\b(?:\d{1,3}\.){3}\d{1,3}\b/g },
  { kind: "imo", pattern: /\bIMO(?:\s*(?:number|no\.?|nr\.?|#|:))*\s*\d{7}\b/gi },
  { kind: "imo", pattern: /\b\d{7}\b/g, fits: isImoNumber },
  { kind: "mmsi", pattern: /\bMMSI(?:\s*(?:number|no\.?|:))*\s*\d{9}\b/gi },
  { kind: "mmsi", pattern: /\b[2-7]\d{8}\b/g },
  { kind: "phone", pattern: /(?:\+|\b00)\d[\d\s()./-]{6,16}\d\b/g },
  { kind: "call_sign", pattern: /\bcall\s?sign\s*(?:is|:)?\s*[A-Z0-9]{3,7}\b/gi },
  {
    kind: "call_sign",
    pattern: /\b(?=[A-Z0-9]*\d)(?=[A-Z0-9]*[A-Z])[A-Z0-9]{4,7}\b/g,
    fits: looksLikeCallSign,
  },
  {
    kind: "ship_name",
    pattern: /\b(?:M\/?[VTSY]|S\/?[SY]|FPSO|RV)\s+["“]?[A-Z][\w-]*(?:\s+[A-Z][\w-]*){0,3}["”]?/g,
  },
  { kind: "port_code", pattern: /\bUN\/?LOCODE\s*:?\s*[A-Z]{2}\s?[A-Z2-9]{3}\b/gi },
  { kind: "date", pattern: /\b\d{4}-\d{2}-\d{2}\b/g },
  { kind: "date", pattern: /\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b/g },
  {
    kind: "date",
    pattern: new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)?(?:\\s+of)?\\s+${months}\\b(?:,?\\s+\\d{4})?`, "gi"),
  },
  { kind: "date", pattern: new RegExp(`\\b${months}\\s+\\d{1,2}(?:st|nd|rd|th)?\\b(?:,?\\s+\\d{4})?`, "gi") },
  { kind: "time", pattern: /\b(?:[01]?\d|2[0-3])[:.h][0-5]\d\b(?:\s*(?:UTC|LT|Z|hrs?|hours))?/g },
  { kind: "time", pattern: /\b(?:[01]\d|2[0-3])[0-5]\d\s?(?:UTC|LT|Z|hrs?|hours)\b/g },
  {
    kind: "distance",
    pattern:
      /\b\d+(?:[.,]\d+)?\s*(?:nm|nautical miles?|miles?|cables?|km)\s+(?:(?:north|south|east|west|[NSEW]{1,3})\w*\s+(?:of|from)|off|from|inland|outside)\b(?:\s+[A-Z]\w+){0,2}/g,
  },
];

/** Enough for what a person reads; a stranger may have sent megabytes. */
const searched = 20_000;

/** The hints in the order of the text. Where two overlap, the earlier rule has it. */
export function findHints(whole: string): Hint[] {
  const text = whole.slice(0, searched);
  const found: Hint[] = [];
  for (const { kind, pattern, fits } of rules) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      const taken = found.some((hint) => start < hint.end && hint.start < end);
      if (!taken && (fits === undefined || fits(match[0]))) found.push({ kind, start, end });
    }
  }
  return found.sort((left, right) => left.start - right.start);
}

export interface Piece {
  readonly text: string;
  readonly hint: HintKind | null;
}

export function pieces(text: string, hints: readonly Hint[]): Piece[] {
  const cut: Piece[] = [];
  let at = 0;
  for (const { kind, start, end } of hints) {
    if (start > at) cut.push({ text: text.slice(at, start), hint: null });
    cut.push({ text: text.slice(start, end), hint: kind });
    at = end;
  }
  if (at < text.length) cut.push({ text: text.slice(at), hint: null });
  return cut;
}
