using LeakLens.Engine.Facts;
using LeakLens.Engine.Library;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Tests.Evaluation;

/// <summary>What a library writes into a bytearray is not known: nothing that it decides is run as if the bytes were the old ones.</summary>
public sealed class WrittenBuffersTests
{
    [Theory]
    [InlineData("import io\nb = bytearray(4)\nio.BytesIO(b'abcd').readinto(b)\n")]
    [InlineData("import struct\nb = bytearray(4)\nstruct.pack_into('>I', b, 0, 500)\n")]
    [InlineData("b = bytearray(4)\nm = memoryview(b)\nm[0] = 9\n")]
    [InlineData("import socket\nb = bytearray(4)\ns = socket.socket()\ns.recv_into(b)\n")]
    [InlineData("b = bytearray(4)\nwith open('f', 'rb') as f:\n    f.readinto(b)\n")]
    public void What_is_written_from_outside_decides_nothing(string writes) => Run(writes).ShouldBeFalse();

    [Fact]
    public void What_the_program_writes_itself_decides() => Run("b = bytearray(4)\nb[0] = 9\n").ShouldBeTrue();

    /// <summary>Whether a loop that counts to the first byte is run exactly.</summary>
    private static bool Run(string writes)
    {
        var program = writes + "kept = []\nfor i in range(b[0]):\n    kept.append('k%d' % i)\n";
        return ExactRun.Try(SyntaxTree.Parse(SourceText.From(program)), TargetVersion.Python311, LibraryCatalogue.BuiltIn, CancellationToken.None).Done is not null;
    }
}
