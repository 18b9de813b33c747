import type { ReactNode } from 'react';
import { Button } from './Button';
import { classNames } from './class-names';
import { Icon } from './Icon';

export type NoticeTone = 'info' | 'success' | 'warning' | 'error';

const looks: Record<NoticeTone, { box: string; icon: 'info' | 'check' | 'warning' | 'error' }> = {
  info: { box: 'border-key-300 [&_.notice-icon]:text-key-900', icon: 'info' },
  success: { box: 'border-green-600 [&_.notice-icon]:text-success-2', icon: 'check' },
  warning: { box: 'border-yellow-700 [&_.notice-icon]:text-warning-yellow-2', icon: 'warning' },
  error: { box: 'border-error-1 [&_.notice-icon]:text-error-2', icon: 'error' },
};

const toneWords: Record<NoticeTone, string> = {
  info: 'お知らせ',
  success: '完了',
  warning: '注意',
  error: 'エラー',
};

type NoticeProps = {
  tone: NoticeTone;
  title: string;
  /** The stable number to read out on the telephone. */
  code?: string | undefined;
  children?: ReactNode;
  actions?: ReactNode;
  onClose?: () => void;
  className?: string;
};

export function Notice({ tone, title, code, children, actions, onClose, className }: NoticeProps) {
  return (
    <div
      role={tone === 'error' ? 'alert' : 'status'}
      className={classNames(
        'flex gap-3 rounded-12 border-2 bg-white p-4 text-sm',
        looks[tone].box,
        className,
      )}
    >
      <span className="notice-icon shrink-0">
        <Icon name={looks[tone].icon} className="size-6" />
      </span>
      <div className="flex min-w-0 grow flex-col gap-2">
        <p className="text-[0.9375rem] font-bold">
          <span className="sr-only">{toneWords[tone]}：</span>
          {title}
          {code !== undefined && (
            <span className="ml-2 font-normal text-solid-gray-700">（番号 {code}）</span>
          )}
        </p>
        {children}
        {actions !== undefined && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
      {onClose !== undefined && (
        <Button
          look="quiet"
          size="small"
          className="-mt-1 self-start no-underline"
          aria-label="お知らせを閉じる"
          onPress={onClose}
        >
          <Icon name="close" />
        </Button>
      )}
    </div>
  );
}
