import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { classNames } from './class-names';

type DialogProps = {
  title: string;
  isOpen: boolean;
  onOpenChange: (open: boolean) => void;
  /** For questions that must be answered: neither Escape nor a press outside closes it. */
  mustAnswer?: boolean;
  /** For a table inside. */
  wide?: boolean;
  children: ReactNode;
  actions: ReactNode;
};

export function Dialog({
  title,
  isOpen,
  onOpenChange,
  mustAnswer = false,
  wide = false,
  children,
  actions,
}: DialogProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={!mustAnswer}
      isKeyboardDismissDisabled={mustAnswer}
      className="fixed inset-0 z-40 flex items-center justify-center bg-opacity-gray-600 p-6"
    >
      <Modal
        className={classNames(
          'max-h-full w-full scroll-pb-20 overflow-auto rounded-16 border border-solid-gray-200 bg-white shadow-4',
          wide ? 'max-w-4xl' : 'max-w-xl',
        )}
      >
        <AriaDialog
          role={mustAnswer ? 'alertdialog' : 'dialog'}
          className="flex flex-col gap-4 p-6 outline-none"
        >
          <Heading slot="title" className="text-lg font-bold">
            {title}
          </Heading>
          <div className="flex flex-col gap-3 text-[0.9375rem]">{children}</div>
          {/* The answers stay in sight in a low window. */}
          <div className="sticky bottom-0 -mx-6 -mb-6 flex flex-wrap justify-end gap-3 bg-white px-6 pt-2 pb-6 max-[900px]:py-3">
            {actions}
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
