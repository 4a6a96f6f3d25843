using PaymentCrypto.Help;

if (args is not [string assembly, string docComments, string examples, string output])
{
    Console.Error.WriteLine("Usage: PaymentCrypto.Help <PaymentCrypto.dll> <PaymentCrypto.xml> <directory of examples> <help file to write>");
    return 2;
}

var problems = new Problems();
var catalog = CmdletCatalog.Load(assembly);
var builder = new HelpBuilder(catalog, DocComments.Load(docComments), ExampleFiles.Load(examples, catalog, problems), problems);
CmdletHelp[] help = [.. catalog.Cmdlets.Select(builder.Build)];
if (problems.Any)
{
    // The form that MSBuild takes for errors of the build.
    foreach (string problem in problems.All)
    {
        Console.Error.WriteLine(problem);
    }

    return 1;
}

MamlWriter.Write(help, output);
return 0;
