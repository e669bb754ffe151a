import list from "~/../../api/domain/data/receipt_words.txt?raw";

/** The 2,048 words of BIP-0039 (English): sorted, and told apart by their first four letters. */
export const receiptWords: readonly string[] = list.trim().split("\n");
