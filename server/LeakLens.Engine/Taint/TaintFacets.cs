namespace LeakLens.Engine.Taint;

/// <summary>What somebody else decides about a value.</summary>
[Flags]
internal enum TaintFacets
{
    None = 0,

    /// <summary>What it is: a text, or a structure with texts in it.</summary>
    Content = 1,

    /// <summary>How long it is: nothing bounds its bytes, characters or items.</summary>
    Long = 2,

    /// <summary>How large it is, or a number in it: nothing bounds it from above.</summary>
    Big = 4,

    /// <summary>It is text or bytes: one item of it is a character, or a number below 256.</summary>
    Raw = 8,

    /// <summary>Anything that a value may have.</summary>
    Any = Content | Long | Big,
}
