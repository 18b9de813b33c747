/** Just what is used of saxen, which publishes no types. */
declare module 'saxen' {
  export class Parser {
    on(
      event: 'openTag',
      listener: (name: string, attributes: () => Record<string, string> | false) => void,
    ): this;
    on(event: 'closeTag', listener: (name: string) => void): this;
    on(event: 'text' | 'cdata' | 'attention', listener: (raw: string) => void): this;
    /** @throws Error where the text is not well-formed */
    parse(xml: string): void;
  }
}
