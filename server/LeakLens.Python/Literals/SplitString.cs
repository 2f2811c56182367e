namespace LeakLens.Python.Literals;

/// <summary>A string with pairs of surrogates that Python sees as two characters each; where those begin, ascending.</summary>
internal sealed record SplitString(string Text, int[] Splits);
