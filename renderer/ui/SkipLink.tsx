type SkipLinkProps = { targetId: string };

/** A button, not a link: the address after `#` belongs to the page being shown. */
export function SkipLink({ targetId }: SkipLinkProps) {
  return (
    <button
      type="button"
      className="focus-ring sr-only rounded-8 bg-white px-4 py-2 font-bold text-key-900 underline focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:px-4 focus:py-2"
      onClick={() => document.getElementById(targetId)?.focus()}
    >
      本文へ移動
    </button>
  );
}
