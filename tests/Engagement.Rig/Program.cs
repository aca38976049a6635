Console.WriteLine("rig");
