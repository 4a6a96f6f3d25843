using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace PaymentCrypto.Benchmarks.DataPlane;

/// <summary>The same functions in psec and pyemv, if their folders are where the variable PAYMENTCRYPTO_PEERS says and python3 has what they need.</summary>
internal static class PythonPeers
{
    public const string Variable = "PAYMENTCRYPTO_PEERS";

    private const string Script = """
        import time
        from psec import pinblock, pin, cvv, mac, des
        from pyemv import kd, ac
        key = bytes.fromhex("0123456789ABCDEFFEDCBA9876543210")
        pan = "4111111111111111"
        message = bytes(64)
        data = bytes(40)
        counter = bytes.fromhex("00FF")
        def arqc():
            card = kd.derive_icc_mk_a(key, pan, "00")
            ac.generate_ac(kd.derive_common_sk(card, counter + bytes(6)), data, ac.PaddingType.EMV)
        calls = {
            "pin block": lambda: des.encrypt_tdes_ecb(key, pinblock.encode_pinblock_iso_0("1234", pan)),
            "pvv": lambda: pin.generate_visa_pvv(key, "1", "1234", pan),
            "cvv": lambda: cvv.generate_cvv(key, pan, "2512", "101"),
            "retail mac": lambda: mac.generate_retail_mac(key[:8], key[8:], message, 2),
            "arqc": arqc,
            "emv2000 key": lambda: kd.derive_emv2000_tree_sk(key, counter),
        }
        for name, call in calls.items():
            best = 1e9
            for _ in range(200):
                start = time.perf_counter()
                for _ in range(20):
                    call()
                best = min(best, time.perf_counter() - start)
            print(name + "=" + str(best / 20 * 1e9))
        """;

    /// <summary>Nanoseconds of each function by name; null with the reason when they cannot be run.</summary>
    public static (IReadOnlyDictionary<string, double>? Times, string Reason) Measure()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } folder)
        {
            return (null, $"{Variable} does not name a folder with psec and pyemv");
        }

        ProcessStartInfo start = new("python3")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { "-c", Script },
            Environment = { ["PYTHONPATH"] = folder }
        };
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string[] lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
            process.WaitForExit();
            return process.ExitCode == 0
                ? (lines.Select(line => line.Split('=')).ToDictionary(parts => parts[0], parts => double.Parse(parts[1], CultureInfo.InvariantCulture)),
                    string.Empty)
                : (null, errors.Result.Trim().Split('\n')[^1]);
        }
        catch (Win32Exception)
        {
            return (null, "python3 is not installed");
        }
    }
}
