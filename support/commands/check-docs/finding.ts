/** A text of the project, `path` relative to its folder. */
export interface Document {
  path: string;
  text: string;
}

/** What is wrong in a document, with its line. */
export interface Finding {
  path: string;
  line: number;
  what: string;
}
