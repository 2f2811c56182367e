using LeakLens.Engine.Decoding.Tracing.Values;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Decoding.Tracing;

/// <summary>Functions that requests, messages and schedulers call: those that are registered, decorated or methods of such classes.</summary>
internal sealed partial class PayloadTracer
{
    /// <summary><c>@app.route("/counter")</c>: the decorator is what a call gave, or what is called without one.</summary>
    private void NoteHandler(Traced decorator, Traced function)
    {
        if (function.Value is FunctionValue { Definition: var definition } && decorator.Value is LibraryValue { Name: var name } && HandlerKind(name) is { } kind)
        {
            _handlers.TryAdd(definition, kind);
        }
    }

    /// <summary><c>router.add_get("/", handler)</c>, <c>Route("/", handler)</c>, <c>scheduler.add_job(handler, "interval")</c>.</summary>
    private void NoteHandlers(string callee, CallInput input)
    {
        if (HandlerKind(callee) is not { } kind)
        {
            return;
        }

        foreach (var argument in input.All)
        {
            if (argument.Value is FunctionValue { Definition: var definition })
            {
                _handlers.TryAdd(definition, kind);
            }
        }
    }

    private void NoteHandlers(ClassValue type)
    {
        if (!type.Bases.Any(IsHandlerClass))
        {
            return;
        }

        foreach (var (name, member) in type.Members)
        {
            if (member.Value is FunctionValue { Definition: var definition } && LibraryNames.Set("handlerMethods").Contains(name))
            {
                _handlers.TryAdd(definition, "a request");
            }
        }
    }

    private static bool IsHandlerClass(Traced parent) => parent.Value switch
    {
        LibraryValue library => LibraryNames.Set("handlerClasses").Contains(library.Name),
        ClassValue type => type.Bases.Any(IsHandlerClass),
        _ => false,
    };

    private static string? HandlerKind(string name) => LibraryNames.HandlerKind(name.EndsWith("()", StringComparison.Ordinal) ? name[..^2] : name);
}
