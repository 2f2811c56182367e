using LeakLens.Engine.Heap;
using LeakLens.Engine.Quantities;

namespace LeakLens.Engine.Evaluation.Loops;

/// <summary>How the keys that a loop uses go on: until when they are all new, or all held, and what a leap adds and takes out.</summary>
internal static class LoopKeys
{
    private const long Furthest = 4096;

    /// <summary>How many windows pass before a key that was new is held, or the other way round; null when that cannot be known.</summary>
    public static long? CountAlike(GuardLog first, GuardLog second, GuardLog third)
    {
        var windows = Quantity.Unbounded;
        foreach (var (guard, latest) in third.Keys)
        {
            var before = second.Keys.GetValueOrDefault(guard);
            var oldest = first.Keys.GetValueOrDefault(guard);
            if (before is null || oldest is null || before.Count != latest.Count || oldest.Count != latest.Count)
            {
                if (!third.HasTooManyKeys)
                {
                    return null;
                }

                continue;
            }

            for (var i = 0; i < latest.Count; i++)
            {
                if (CountAlike(latest[i], before[i], oldest[i], third) is not { } left)
                {
                    return null;
                }

                windows = Math.Min(windows, left);
            }
        }

        return windows;
    }

    /// <summary>Lets every container gain and lose the keys that so many more windows use, and says it as decisions of the leap.</summary>
    public static GuardLog Extend(AbstractHeap heap, GuardLog before, GuardLog latest, Quantity windows)
    {
        if (latest.Keys.Count == 0)
        {
            return latest;
        }

        var leapt = new List<KeyEvent>();
        ExtendAll(heap, before, latest, windows, leapt, isRemoval: false);
        ExtendAll(heap, before, latest, windows, leapt, isRemoval: true);
        return latest.WithKeys(leapt);
    }

    /// <summary>What is put in comes first: a leap may take out what it put in itself.</summary>
    private static void ExtendAll(AbstractHeap heap, GuardLog before, GuardLog latest, Quantity windows, List<KeyEvent> leapt, bool isRemoval)
    {
        windows = latest.HasTooManyKeys ? Quantity.SomeLength : windows;
        foreach (var (guard, events) in latest.Keys)
        {
            var earlier = before.Keys.GetValueOrDefault(guard);
            for (var i = 0; i < events.Count; i++)
            {
                if ((events[i].Use == KeyUse.Remove) == isRemoval)
                {
                    leapt.Add(Extend(heap, events[i], earlier is not null && i < earlier.Count ? earlier[i] : null, windows));
                }
            }
        }
    }

    private static long? CountAlike(KeyEvent now, KeyEvent before, KeyEvent oldest, GuardLog window)
    {
        var container = now.Container.Resolve();
        if (!ReferenceEquals(container, before.Container.Resolve()) || container.IsSummary)
        {
            // Each trip asks a container of its own.
            return Quantity.Unbounded;
        }

        if (!IsOfOnePattern(now, before) || !IsOfOnePattern(before, oldest))
        {
            return now.Held ? null : Quantity.Unbounded;
        }

        var step = now.Key.Numbers - before.Key.Numbers;
        if (step != before.Key.Numbers - oldest.Key.Numbers)
        {
            return null;
        }

        // The same key is found, or found missing, in window after window: the window itself sees to that.
        if (step.IsZero)
        {
            return Quantity.Unbounded;
        }

        if (now.Held && IsAlwaysAhead(now, step, window))
        {
            return Quantity.Unbounded;
        }

        var keys = ContainerKeys.Of(container);
        return keys.CountAlike(now.Key with { Numbers = now.Key.Numbers + step }, step, now.Held, Furthest);
    }

    /// <summary>What is looked for or taken out was put in some windows earlier, and is put in as fast.</summary>
    private static bool IsAlwaysAhead(KeyEvent now, NumberVector step, GuardLog window)
    {
        foreach (var events in window.Keys.Values)
        {
            foreach (var other in events)
            {
                if (other.Use == KeyUse.Insert && !other.Held && ReferenceEquals(other.Container.Resolve(), now.Container.Resolve())
                    && IsOfOnePattern(other, now) && other.Key.Numbers.StepsFrom(now.Key.Numbers, step) is { } ahead
                    && ContainerKeys.Of(now.Container.Resolve()).CountAlike(now.Key with { Numbers = now.Key.Numbers + step }, step, held: true, Furthest) >= Math.Min(ahead, Furthest))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static KeyEvent Extend(AbstractHeap heap, KeyEvent now, KeyEvent? before, Quantity windows)
    {
        var container = now.Container.Resolve();
        var isChange = now.Use != KeyUse.Look && now.Held == (now.Use == KeyUse.Remove);
        if (before is null || !IsOfOnePattern(now, before) || container.IsSummary || !ReferenceEquals(container, before.Container.Resolve()))
        {
            Forget(heap, container, now, isChange && !container.IsSummary && before is not null && ReferenceEquals(container, before.Container.Resolve()));
            return now;
        }

        var step = now.Key.Numbers - before.Key.Numbers;
        if (step.IsZero)
        {
            return now;
        }

        var isContiguous = now.Count == 1 || step == now.Step * now.Count;
        if (!windows.IsExact || !windows.HasFiniteHigh)
        {
            Forget(heap, container, now, isChange);
            return now;
        }

        if (!isContiguous)
        {
            Spread(heap, container, now, step * windows.High, isChange);
            return now;
        }

        var leapt = now with
        {
            Key = now.Key with { Numbers = now.Key.Numbers + step },
            Step = now.Count == 1 ? step : now.Step,
            Count = Quantity.Clamp((Int128)now.Count * windows.High),
        };
        if (isChange)
        {
            Apply(heap, container, leapt);
        }

        return leapt;
    }

    private static void Apply(AbstractHeap heap, HeapObject container, KeyEvent leapt)
    {
        var keys = ContainerKeys.Of(container);
        ContainerKeys.Set(heap, container, leapt.Use == KeyUse.Insert
            ? keys.AddRun(leapt.Key, leapt.Step, leapt.Count)
            : keys.RemoveRun(leapt.Key, leapt.Step, leapt.Count));
    }

    /// <summary>The runs of leap after leap leave gaps: what lies between the first and the last may be held.</summary>
    private static void Spread(AbstractHeap heap, HeapObject container, KeyEvent now, NumberVector way, bool isChange)
    {
        if (!isChange || now.Use != KeyUse.Insert)
        {
            Forget(heap, container, now, isChange);
            return;
        }

        var last = now.Key.Numbers + (now.Step * (now.Count - 1));
        ContainerKeys.Set(heap, container, ContainerKeys.Of(container).AddBox(new KeyBox(now.Key.Pattern, now.Key.Numbers, now.Key.Numbers).Including(last).Including(now.Key.Numbers + way).Including(last + way)));
    }

    private static void Forget(AbstractHeap heap, HeapObject container, KeyEvent seen, bool isChange)
    {
        if (isChange)
        {
            ContainerKeys.Set(heap, container, seen.Use == KeyUse.Insert ? ContainerKeys.Of(container).Blur() : ContainerKeys.Of(container).Thin());
        }
    }

    private static bool IsOfOnePattern(KeyEvent left, KeyEvent right) => string.Equals(left.Key.Pattern, right.Key.Pattern, StringComparison.Ordinal);
}
