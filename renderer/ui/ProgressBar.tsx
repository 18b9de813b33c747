import { ProgressBar as AriaProgressBar, Label } from 'react-aria-components';
import { classNames } from './class-names';

type ProgressBarProps = {
  label: string;
  value: number;
  maximum: number;
  /** What is read out and shown, e.g. `12項目中 7項目`. */
  valueLabel: string;
  valueHidden?: boolean;
  className?: string;
};

export function ProgressBar({
  label,
  value,
  maximum,
  valueLabel,
  valueHidden = false,
  className,
}: ProgressBarProps) {
  return (
    <AriaProgressBar
      value={value}
      minValue={0}
      maxValue={Math.max(1, maximum)}
      valueLabel={valueLabel}
      className={classNames('flex flex-col gap-1', className)}
    >
      {({ percentage }) => (
        <>
          <Label className="sr-only">{label}</Label>
          <div className="bar-track h-1.5 w-full overflow-hidden rounded-full bg-solid-gray-100">
            <div
              className="bar-mark h-full rounded-full bg-key-900"
              style={{ width: `${percentage ?? 0}%` }}
            />
          </div>
          {!valueHidden && <span className="text-sm text-solid-gray-700">{valueLabel}</span>}
        </>
      )}
    </AriaProgressBar>
  );
}
