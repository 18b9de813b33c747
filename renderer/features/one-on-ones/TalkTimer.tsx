import { useEffect, useState } from 'react';
import { Button } from '../../ui/Button';

/** A quiet clock: no sound, nothing that moves but its own digits, and nothing is stored. */
export function TalkTimer({ minutes }: { minutes: number }) {
  const [startedAt, setStartedAt] = useState<number | null>(null);
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (startedAt === null) return;
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [startedAt]);
  const seconds = startedAt === null ? 0 : Math.max(0, Math.floor((now - startedAt) / 1_000));
  const isOver = seconds >= minutes * 60;

  return (
    <div className="flex items-center gap-2 text-sm">
      {startedAt !== null && (
        <p role="timer" className="tabular-nums">
          <span className="sr-only">話し始めてから </span>
          {`${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`}
          <span className="text-solid-gray-700">
            {isOver ? `　予定の${minutes}分になりました` : ` ／ ${minutes}分`}
          </span>
        </p>
      )}
      <Button
        size="small"
        look="quiet"
        onPress={() => {
          setNow(Date.now());
          setStartedAt(startedAt === null ? Date.now() : null);
        }}
      >
        {startedAt === null ? '時間をはかる' : 'はかるのをやめる'}
      </Button>
    </div>
  );
}
