import { create } from 'zustand';

export type Notification = {
  id: number;
  tone: 'info' | 'success' | 'warning' | 'error';
  title: string;
  code?: string;
  body?: string;
};

type NotificationState = { nextId: number; items: readonly Notification[] };

const useNotificationStore = create<NotificationState>(() => ({ nextId: 1, items: [] }));

export function useNotifications(): readonly Notification[] {
  return useNotificationStore((state) => state.items);
}

/**
 * Shows a message. Errors and warnings stay until closed; the same one is not repeated, and
 * of what went well only the last is said.
 */
export function notify(notification: Omit<Notification, 'id'>): void {
  useNotificationStore.setState(({ nextId, items }) => {
    const others = items.filter(
      (item) =>
        (item.title !== notification.title || item.body !== notification.body) &&
        (notification.tone !== 'success' || item.tone !== 'success'),
    );
    return { nextId: nextId + 1, items: [...others, { ...notification, id: nextId }] };
  });
}

/** What a failure is in the words of the screen (`problemOf`). */
type Problem = { title: string; code: string; detail: string; next: string };

/** Says an error with its code and what to do next. */
export function notifyProblem({ title, code, detail, next }: Problem): void {
  notify({ tone: 'error', title, code, body: [detail, next].filter(Boolean).join('\n') });
}

export function closeNotification(id: number): void {
  useNotificationStore.setState(({ items }) => ({ items: items.filter((item) => item.id !== id) }));
}
