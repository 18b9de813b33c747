type SpinnerProps = { label: string };

/** Appears only after a moment, so that short work does not flicker. */
export function Spinner({ label }: SpinnerProps) {
  return (
    <p
      role="status"
      className="flex animate-[appear_0s_linear_0.15s_both] items-center justify-center gap-3 p-6 text-sm text-solid-gray-700"
    >
      <span
        aria-hidden="true"
        className="size-5 animate-spin rounded-full border-[3px] border-solid-gray-200 border-t-key-900"
      />
      {label}
    </p>
  );
}
