type MarkedTextProps = { pieces: readonly { text: string; hit: boolean }[] };

/** A text in which what was looked for is marked. */
export function MarkedText({ pieces }: MarkedTextProps) {
  let at = 0;
  return pieces.map(({ text, hit }) => {
    const key = at;
    at += text.length;
    return hit ? (
      <mark key={key} className="rounded-4 bg-yellow-300 px-0.5 text-solid-gray-900">
        {text}
      </mark>
    ) : (
      <span key={key}>{text}</span>
    );
  });
}
