using System.Collections.Immutable;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Library;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>What a class object is: its bases and how its instances are laid out; its attributes are slots of the object.</summary>
internal sealed class ClassValue
{
    public ClassValue(SyntaxNode definition, string name, IReadOnlyList<HeapObject> bases, IReadOnlyList<string> knownBases, bool hasUnknownBase)
    {
        Definition = definition;
        Name = name;
        Bases = bases;
        KnownBases = knownBases;
        HasUnknownBase = hasUnknownBase;
    }

    /// <summary>The class statement, or the call that makes the class.</summary>
    public SyntaxNode Definition { get; }

    public string Name { get; }

    public IReadOnlyList<HeapObject> Bases { get; }

    /// <summary>Qualified names of the bases that the program does not define.</summary>
    public IReadOnlyList<string> KnownBases { get; }

    public bool HasUnknownBase { get; }

    /// <summary>What is known of libraries, those bases among it.</summary>
    public LibraryCatalogue Models { get; init; } = LibraryCatalogue.BuiltIn;

    /// <summary>The class itself and its ancestors in the order in which attributes are looked for (C3).</summary>
    public ImmutableArray<HeapObject> Ancestors { get; set; } = [];

    public HeapObject? Metaclass { get; set; }

    /// <summary>Its abstract methods that nothing defines, once somebody asked for them.</summary>
    public List<string>? OpenMethods { get; set; }

    /// <summary>Its metaclass is that of abstract classes.</summary>
    public bool HasAbstractMetaclass { get; set; }

    /// <summary>Of a dataclass or named tuple: the parameters of the <c>__init__</c> that is made for it.</summary>
    public ImmutableArray<ClassField> Fields { get; set; } = [];

    public RecordKind Record { get; set; }

    /// <summary>A dataclass whose instances are equal when their fields are.</summary>
    public bool ComparesByFields { get; set; }

    /// <summary>A dataclass with the <c>__eq__</c> that is made of its fields.</summary>
    public bool HasEquality { get; set; }

    /// <summary>A dataclass whose fields are given by their names.</summary>
    public bool HasNamedFields { get; set; }

    /// <summary>A dataclass whose instances have an order.</summary>
    public bool IsOrdered { get; set; }

    /// <summary>A dataclass or named tuple with the <c>__repr__</c> that is made of its fields.</summary>
    public bool ShowsFields { get; set; }

    /// <summary>A class whose missing comparisons <c>functools.total_ordering</c> derives.</summary>
    public bool IsTotallyOrdered { get; set; }

    /// <summary>A dataclass whose fields are set once.</summary>
    public bool IsFrozen { get; set; }

    /// <summary>How many <c>__slots__</c> the class itself adds; null when its instances have a dict.</summary>
    public int? SlotCount { get; set; }

    /// <summary>Another module defines it.</summary>
    public bool IsImported { get; init; }

    public bool IsEnum { get; set; }

    /// <summary>Instances made so far, in the exact run.</summary>
    public int Made { get; set; }

    /// <summary>An enumeration whose members are numbers or texts themselves: <c>Level.LOW == 1</c>.</summary>
    public bool IsEnumOfValues => IsEnum && (DerivesFromKnown("int") || DerivesFromKnown("str") || DerivesFromKnown("enum.IntEnum") || DerivesFromKnown("enum.StrEnum") || DerivesFromKnown("enum.IntFlag"));

    /// <summary>An enumeration of numbers or texts that shows its members as any other: <c>class Kind(str, Enum)</c>.</summary>
    public bool IsMixed => IsEnumOfValues && !(DerivesFromKnown("enum.IntEnum") || DerivesFromKnown("enum.StrEnum") || DerivesFromKnown("enum.IntFlag"));

    public bool DerivesFromKnown(string name)
    {
        foreach (var ancestor in Ancestors)
        {
            if (ancestor.Payload is ClassValue definition && definition.KnownBases.Contains(name, StringComparer.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
