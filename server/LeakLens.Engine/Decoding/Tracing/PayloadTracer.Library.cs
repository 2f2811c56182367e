using LeakLens.Engine.Decoding.Tracing.Values;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Decoding.Tracing;

/// <summary>Members of modules by name, whether the name is written or put together.</summary>
internal sealed partial class PayloadTracer
{
    private const int LongestName = 160;

    private static Traced MemberOfLibrary(LibraryValue library, string name, Provenance from)
    {
        switch (library.Name, name)
        {
            case (_, "__dict__" or "__self__"):
                return new Traced(library.Name is "builtins.print" or "builtins.len" or "builtins.open" ? new LibraryValue("builtins") : library, from | Provenance.Disguised);
            case (_, "__getitem__" or "get" or "__getattribute__" or "__getattr__") when library.Name is "builtins" or "globals()" or "sys.modules":
                return new Traced(new LibraryValue(library.Name + "[]"), from);
            case ("globals()", _):
                return Traced.Unknown;
            case ("string", "ascii_lowercase"):
                return new Traced("abcdefghijklmnopqrstuvwxyz");
            case ("string", "ascii_uppercase"):
                return new Traced("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
            case ("string", "ascii_letters"):
                return new Traced("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
            case ("string", "digits"):
                return new Traced("0123456789");
            case ("string", "printable"):
                return new Traced("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ \t\n\r\v\f");
            case ("os", "sep"):
                return new Traced("/");
            case (_, "__call__"):
                return new Traced(library, from);
            case ({ Length: > LongestName }, _):
                // A loop that goes from one to the next, as through a chain of frames: what it comes to has no name any more.
                return new Traced(null, from);
            default:
                var full = library.Name + "." + name;
                return new Traced(new LibraryValue(full), from | LibraryNames.ProvenanceOf(full));
        }
    }

    /// <summary><c>builtins.__dict__["exec"]</c>, <c>globals()["exec"]</c>, <c>sys.modules["builtins"]</c>.</summary>
    private Traced IndexLibrary(LibraryValue library, string name, Traced index, bool isPlain)
    {
        var from = index.From | Provenance.Disguised | (isPlain ? Provenance.None : Provenance.Codes);
        switch (library.Name)
        {
            case "globals()" when _module.Names.TryGetValue(name, out var own):
                return own.Value is LibraryValue ? own.With(from & ~Provenance.Pieces) : own;
            case "globals()" when name is "__builtins__" or "builtins":
                return Builtins.With(from);
            case "builtins" or "globals()" when LibraryNames.IsBuiltin(name):
                return new Traced(new LibraryValue("builtins." + name), from);
            case "sys.modules":
                return new Traced(new LibraryValue(name), from);
            default:
                return new Traced(new LibraryValue(library.Name + "[]"), library.Name is "os.environ" ? Provenance.Outside : LibraryNames.ProvenanceOf(library.Name));
        }
    }

    private Traced GetAttribute(CallInput input, Expression place)
    {
        var (holder, name) = (input.At(0), input.At(1));
        if (name.Value is not string text)
        {
            return input.TryAt(2, "default", out var standard) ? Traced.Prefer(Traced.Unknown, standard) : Traced.Unknown;
        }

        var isPut = place is Call { Arguments: [_, var written, ..] } && IsPutTogether(written, text, name.From);
        var member = Member(holder, text, isDisguised: holder.Value is LibraryValue);

        // A name that stands there whole hides nothing: getattr(os, "O_BINARY", 0). What executes does, all the same, and says so by itself.
        return isPut && member.Value is LibraryValue ? member.With(Provenance.Codes | name.From) : member;
    }

    private Traced ImportNamed(string function, Traced name, Expression place)
    {
        if (name.Value is not string module || module.Length == 0)
        {
            return new Traced(null, name.From);
        }

        var top = module.Split('.')[0];
        var isPut = place is Call { Arguments: [var written, ..] } && IsPutTogether(written, top, name.From);
        if (isPut && LibraryNames.Set("sensitive").Contains(top))
        {
            Note(new Execution(ExecutionKind.Import, place, function, name, _entry, IsDisguised: true));
        }

        return Library(function is "builtins.__import__" ? top : module).With(isPut ? Provenance.Disguised | Provenance.Codes : Provenance.None);
    }

    /// <summary>A name is made of pieces or out of a code, not taken from a list or a parameter; one that stands in the text whole hides nothing.</summary>
    private static bool IsPutTogether(Expression written, string name, Provenance from)
    {
        if ((from & (Provenance.Decoded | Provenance.Pieces)) != Provenance.None)
        {
            return true;
        }

        return written is BinOp or Call or JoinedStr && !WholeName.Stands(written, name);
    }

    private sealed class WholeName(string name) : SyntaxVisitor
    {
        private bool _stands;

        public static bool Stands(Expression expression, string name)
        {
            var finder = new WholeName(name);
            finder.Visit(expression);
            return finder._stands;
        }

        public override void VisitConstant(Constant node) => _stands |= node.Value is string text && text.Contains(name, StringComparison.Ordinal);
    }
}
