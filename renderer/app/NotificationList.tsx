import { useEffect } from 'react';
import { closeNotification, type Notification, useNotifications } from '../state/notifications';
import { Notice } from '../ui/Notice';

const SHOWN_MILLISECONDS = 8000;

/** Messages that belong to no place on the page. Errors and warnings stay until closed. */
export function NotificationList() {
  const notifications = useNotifications();
  return (
    <section
      aria-label="お知らせ"
      className="fixed right-4 bottom-4 z-30 flex w-[26rem] max-w-[calc(100vw-2rem)] flex-col gap-3"
    >
      {notifications.map((notification) => (
        <NotificationItem key={notification.id} notification={notification} />
      ))}
    </section>
  );
}

function NotificationItem({ notification }: { notification: Notification }) {
  const { id, tone, title, code, body } = notification;
  const passing = tone === 'info' || tone === 'success';
  useEffect(() => {
    if (!passing) return;
    const timer = setTimeout(() => closeNotification(id), SHOWN_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [id, passing]);
  return (
    <Notice
      tone={tone}
      title={title}
      code={code}
      className="shadow-2"
      onClose={() => closeNotification(id)}
    >
      {body !== undefined && <p className="whitespace-pre-wrap">{body}</p>}
    </Notice>
  );
}
