using LeakLens.Engine.Heap;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Facts;

/// <summary>
/// Of the exact run: containers that a loop filled, and that were measured when it was over. A program that fills one after the other and drops them
/// would have them all stay here, with everything in them.
/// </summary>
internal sealed partial class GrowthLog
{
    /// <summary>Items, of all containers that were filled together: less is not worth looking for.</summary>
    private const long MostItemsFilled = 250_000;

    /// <summary>Items: smaller ones may stay.</summary>
    private const int WorthDropping = 64;

    private readonly List<Growth> _filled = [];
    private long _itemsFilled;

    /// <summary>The programs' objects that are alive have just been walked over: of the others that one statement filled, the largest tells for all.</summary>
    /// <param name="walk">The number of that walk.</param>
    public void DropDead(int walk)
    {
        if (_itemsFilled < MostItemsFilled)
        {
            return;
        }

        var largest = new Dictionary<SyntaxNode, Growth>();
        var kept = new List<Growth>();
        _itemsFilled = 0;
        foreach (var growth in _filled)
        {
            if (growth.Container.VisitStamp != walk && largest.TryGetValue(growth.Node, out var larger))
            {
                Drop(larger.Peak.High >= growth.Peak.High ? growth : larger);
                largest[growth.Node] = larger.Peak.High >= growth.Peak.High ? larger : growth;
                continue;
            }

            if (growth.Container.VisitStamp != walk)
            {
                largest.Add(growth.Node, growth);
            }
            else
            {
                Keep(kept, growth);
            }
        }

        foreach (var growth in largest.Values)
        {
            Keep(kept, growth);
        }

        _filled.Clear();
        _filled.AddRange(kept);
    }

    private void NoteFilled(Growth growth)
    {
        if (!growth.IsPlace && growth.Roots.Count == 0 && growth.Container.Contents is { Count: >= WorthDropping } contents)
        {
            _filled.Add(growth);
            _itemsFilled += contents.Count;
        }
    }

    private void Keep(List<Growth> kept, Growth growth)
    {
        kept.Add(growth);
        _itemsFilled += growth.Container.Contents?.Count ?? 0;
    }

    private void Drop(Growth growth)
    {
        if (_byContainer[growth.Container].Count > 1)
        {
            // Another statement grew it as well, and compares itself with this one.
            return;
        }

        _growths.Remove((growth.Container, growth.Node));
        _byContainer.Remove(growth.Container);
        growth.DropContents();
        ListOf(_byContainer, growth.Container).Add(growth);
    }
}
